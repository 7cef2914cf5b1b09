import { expect, test, vi } from "vitest";
import { createMemoryLocks } from "../../state/memory-locks.ts";
import { createGoodbyes, type Goodbye, type GoodbyesOptions } from "./goodbyes.ts";

/** Some tabs of one browser. */
function createTabs() {
  const items = new Map<string, string>();
  const locks = createMemoryLocks();
  const hearing = new Set<(key: string) => void>();
  let ids = 0;
  return {
    items,
    open() {
      let go = (): void => undefined;
      const store: ReturnType<GoodbyesOptions["store"]> = {
        get length() {
          return items.size;
        },
        key: (index) => [...items.keys()][index] ?? null,
        getItem: (key) => items.get(key) ?? null,
        removeItem: (key) => void items.delete(key),
        setItem(key, value) {
          items.set(key, value);
          for (const listener of hearing) listener(key);
        },
      };
      const goodbyes = createGoodbyes({
        path: "/",
        store: () => store,
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
  expect(tabs.items.size).toBe(0);
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
  tabs.items.set("interstate:/:left:0:x", "{no json");
  tabs.items.set("interstate:/:left:0:y", JSON.stringify({ room: "r", code: "c", session: 5, states: [] }));
  const closing = tabs.open();
  closing.goodbyes.onGone(() => leaving({ code: "old" }));
  for (let i = 0; i < 80; i++) closing.go();
  expect(tabs.items.size).toBeLessThanOrEqual(50);
  const heard = vi.fn(async () => undefined);
  tabs.open().goodbyes.hear("r", "c", heard);
  await settled();
  expect(heard).not.toHaveBeenCalled();
});
