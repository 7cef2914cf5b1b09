import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createDrafts, type DraftChange } from "./drafts.ts";
import { keepText, readPast } from "./past.ts";

const minute = 60_000;

function setup() {
  const store = createMemoryStore();
  let time = 1_000_000;
  let revision = 0;
  const drafts = createDrafts({ store, now: () => time });
  return {
    async type(
      source: string,
      change: Partial<Pick<DraftChange, "writer">> & Pick<DraftChange, "opened" | "displaces"> = {},
    ) {
      const calling = { title: "", named: false, beganAs: "" };
      const saved = await drafts.save("one", {
        ...calling,
        from: null,
        writer: "a",
        over: revision,
        source,
        ...change,
      });
      revision = saved?.revision ?? revision;
    },
    pass: (ms: number) => void (time += ms),
    past: async () => (await readPast(store, "one")).map(({ source }) => source),
    times: async () => (await readPast(store, "one")).map(({ time }) => time),
  };
}

test("what a draft began as is kept, and what is typed at one go is not", async () => {
  const { type, past } = setup();
  await type("link!", { opened: "link" });
  await type("link!!");
  await type("link!!!");
  expect(await past()).toEqual(["link"]);
});

test("a text that had stood for a minute is kept when another is typed over it", async () => {
  const { type, pass, past } = setup();
  await type("a");
  pass(minute);
  await type("ab");
  await type("abc");
  pass(minute - 1);
  await type("abcd");
  expect(await past()).toEqual(["a"]);
});

test("of what is typed without a rest a text is kept every ten minutes", async () => {
  const { type, pass, past } = setup();
  for (let i = 0; i <= 50; i++) {
    await type(`text ${i}`);
    pass(minute / 2);
  }
  expect(await past()).toEqual(["text 39", "text 19"]);
});

test("what another tab, another visit or a whole other text displaces is kept", async () => {
  const { type, past, times } = setup();
  await type("a");
  await type("ab", { writer: "b" });
  await type("whole", { writer: "b", displaces: true });
  await type("more", { writer: "c" });
  expect(await past()).toEqual(["whole", "ab", "a"]);
  expect(new Set(await times()).size).toBe(3);
});

test("nothing is kept twice in a row, and no empty text", async () => {
  const { type, past } = setup();
  await type("");
  await type("a", { writer: "b" });
  await type("b", { writer: "c" });
  await type("a", { writer: "d" });
  await type("a", { writer: "e" });
  await type("b", { writer: "f" });
  expect(await past()).toEqual(["a", "b", "a"]);
});

test("the newest sixty are kept", async () => {
  const { type, past } = setup();
  for (let i = 0; i < 70; i++) await type(`text ${i}`, { writer: `${i}` });
  const texts = await past();
  expect([texts.length, texts[0], texts.at(-1)]).toEqual([60, "text 68", "text 9"]);
});

test("very long texts are kept as long as three million characters hold them", () => {
  const source = "x".repeat(900_000);
  const past = [1, 2, 3].map((time) => [["draft-past", "one", time], { source }] as const);
  expect(keepText("one", past, `${source}y`, 4).deletes).toEqual([["draft-past", "one", 1]]);
});
