import { expect, test, vi } from "vitest";
import { createMemoryLocks } from "../../state/memory-locks.ts";
import { createGoodbyes, type Goodbye } from "./goodbyes.ts";
import { createItems } from "./items-for-tests.ts";

/** Some tabs of one browser. */
function createTabs() {
  const hearing = new Set<(key: string) => void>();
  const items = createItems((key) => hearing.forEach((listener) => listener(key)));
  const locks = createMemoryLocks();
  let ids = 0;
  return {
    items,
    open() {
      let go = (): void => undefined;
      const goodbyes = createGoodbyes({
        path: "/",
        store: () => items,
        locks: locks.connect(),
        newId: () => String(++ids),
        onGone: (listener) => (go = listener),
        onWritten: (listener) => void hearing.add(listener),
      });
      return { goodbyes, go: () => go() };
    },
  };
}

const leaving = (changes: Partial<Goodbye> = {}): Goodbye => ({
  room: "r",
  code: "c",
  session: "s",
  states: [],
  ...changes,
});
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("who leaves is heard by one of the tabs that are open, once", async () => {
  const tabs = createTabs();
  const heard = vi.fn(async () => undefined);
  for (const { goodbyes } of [tabs.open(), tabs.open()]) goodbyes.hear("r", "c", heard);
  const closing = tabs.open();
  closing.goodbyes.onGone(() => leaving({ states: [[3, { cart: ["milk"] }]] }));
  closing.go();
  await settled();
  expect(heard.mock.calls).toEqual([[leaving({ states: [[3, { cart: ["milk"] }]] })]]);
  expect(tabs.items.length).toBe(0);
});

test("if none is open, it is heard by the next one with the same room and code", async () => {
  const tabs = createTabs();
  const closing = tabs.open();
  closing.goodbyes.onGone(() => leaving());
  closing.go();
  const heard = vi.fn(async () => undefined);
  tabs.open().goodbyes.hear("r", "other code", heard);
  tabs.open().goodbyes.hear("other room", "c", heard);
  await settled();
  expect(heard).not.toHaveBeenCalled();
  tabs.open().goodbyes.hear("r", "c", heard);
  await settled();
  expect(heard).toHaveBeenCalledTimes(1);
});

test("who has nothing to say leaves nothing; what JSON cannot say is left out", async () => {
  const tabs = createTabs();
  const closing = tabs.open();
  closing.goodbyes.onGone(() => null);
  const end = closing.goodbyes.onGone(() => leaving({ session: "ended" }));
  end();
  closing.goodbyes.onGone(() =>
    leaving({
      states: [
        [1, new Map()],
        [2, "kept"],
        [3, new Date(0)],
      ],
    }),
  );
  closing.go();
  const heard = vi.fn(async () => undefined);
  tabs.open().goodbyes.hear("r", "c", heard);
  await settled();
  expect(heard.mock.calls).toEqual([[leaving({ states: [[2, "kept"]] })]]);
});

test("what somebody else wrote there is passed over, and not everything is kept", async () => {
  const tabs = createTabs();
  tabs.items.setItem("interstate:/:left:0:x", "{no json");
  tabs.items.setItem("interstate:/:left:0:y", JSON.stringify({ room: "r", code: "c", session: 5, states: [] }));
  const closing = tabs.open();
  closing.goodbyes.onGone(() => leaving({ code: "old" }));
  for (let i = 0; i < 80; i++) closing.go();
  expect(tabs.items.length).toBeLessThanOrEqual(50);
  const heard = vi.fn(async () => undefined);
  tabs.open().goodbyes.hear("r", "c", heard);
  await settled();
  expect(heard).not.toHaveBeenCalled();
});

test("together they take no more room than one of them may, and the newest stay", async () => {
  const tabs = createTabs();
  const closing = tabs.open();
  let session = 0;
  closing.goodbyes.onGone(() => leaving({ session: `s${++session}`, states: [[1, "x".repeat(200_000)]] }));
  for (let i = 0; i < 5; i++) closing.go();
  const kept = tabs.items.all().map(([, text]) => text);
  expect(kept.join("").length).toBeLessThan(500_000);
  expect(kept.map((text) => Reflect.get(Object(JSON.parse(text)), "session"))).toEqual(["s4", "s5"]);
});
