import { expect, test } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { createMemoryLocks } from "../../state/memory-locks.ts";
import { createTabs, valueOf } from "./tabs-setup.ts";

const notes = `import * as gr from "interstate";
function add(note: string, notes: string[]) {
  notes.push(note);
  if (note === "bad") throw new Error("no such note");
  return notes;
}
export default gr.Interface({
  fn: add,
  inputs: ["textbox", gr.BrowserState([] as string[], { storageKey: "notes" })],
  outputs: "json",
});`;

test("state of the browser is the same in all tabs, outlives them, and is undone when a call throws", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const [mine, other] = [await a.openUser(notes), await b.openUser(notes)];
  expect(await mine.call("one")).toEqual([["one"]]);
  expect(await other.call("two")).toEqual([["one", "two"]]);
  await expect(mine.call("bad")).rejects.toThrow("no such note");
  expect(await mine.call("three")).toEqual([["one", "two", "three"]]);
  for (const { room } of [a, b]) room.dispose();
  const later = await (await tabs.openTab("c")).openUser(notes);
  expect(await later.call("four")).toEqual([["one", "two", "three", "four"]]);
  expect(later.loaded.room.replica.slots().size).toBe(0);
});

test("it survives edits of the code, and a draft begins with a copy of it", async () => {
  const tabs = createTabs();
  const tab = await tabs.openTab("a");
  await (await tab.openUser(notes)).call("one");
  const edited = notes.replace("notes.push(note);", "notes.unshift(note);");
  expect(await (await tab.openUser(edited)).call("two")).toEqual([["two", "one"]]);
  await tab.room.fork("draft");
  const draft = await tabs.openTab("b", { id: "draft" });
  expect(await (await draft.openUser(edited)).call("three")).toEqual([["three", "two", "one"]]);
  expect(await (await tab.openUser(edited)).call("four")).toEqual([["four", "two", "one"]]);
});

test("what a function returns for it is kept, falsy values too", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(`import * as gr from "interstate";
function f(n: number, kept: unknown) { return [kept, [0, "", false, null][n]]; }
const state = gr.BrowserState("first", { storageKey: "k" });
export default gr.Interface({ fn: f, inputs: ["number", state], outputs: ["json", state] });`);
  const seen = [];
  for (const n of [0, 1, 2, 3, 0]) seen.push(...(await user.call(n)));
  expect(seen).toEqual(["first", 0, "", false, null]);
});

const both = (storageKey: string) => `import * as gr from "interstate";
let total = 0;
async function f(n: number, mine: { n: number }) {
  total += n;
  mine.n += n;
  await globalThis.gates?.[n];
  if (n === 9) throw new Error("nine");
  return [total, mine.n];
}
export default gr.Interface({
  fn: f,
  inputs: ["number", gr.BrowserState({ n: 0 }, { storageKey: "${storageKey}" })],
  outputs: ["number", "number"],
});`;

test("shared variables and the browser's state change together, or neither does", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const [mine, other] = [await a.openUser(both("k")), await b.openUser(both("k"))];
  expect(await mine.call(1)).toEqual([1, 1]);
  await expect(other.call(9)).rejects.toThrow("nine");
  expect(await other.call(2)).toEqual([3, 3]);
  const results = await Promise.all([mine.call(1), other.call(1), mine.call(1), other.call(1)]);
  expect(results.map(([total]) => total).toSorted()).toEqual([4, 5, 6, 7]);
  expect(results.every(([total, kept]) => total === kept)).toBe(true);
});

test("when one of them cannot be committed, none is", async () => {
  const tabs = createTabs();
  const a = await tabs.openTab("a");
  const user = await a.openUser(both("k"));
  await user.call(1);
  const gate = createDeferred<void>();
  Object.assign(globalThis, { gates: { 5: gate.promise } });
  const running = user.call(5);
  await new Promise((resolve) => setTimeout(resolve));
  // As one does that has taken the locks away.
  const thief = await tabs.openTab("thief", { locks: createMemoryLocks().connect() });
  await (await thief.room.browser.open("k")).restart((now) => now.toData());
  gate.resolve();
  await expect(running).rejects.toThrow("undone");
  expect(valueOf(a.room, "total")).toBe(1);
  expect(valueOf(await a.room.browser.open("k"), "k")).toEqual({ n: 1 });
});

test("calls with different keys, and no shared variables, do not wait for each other", async () => {
  const tabs = createTabs();
  const [first, second] = [createDeferred<void>(), createDeferred<void>()];
  Object.assign(globalThis, { gates: { 1: first.promise, 2: second.promise } });
  const source = (key: string) => `import * as gr from "interstate";
async function f(n: number, mine: { n: number }) { mine.n += n; await globalThis.gates[n]; return mine.n; }
export default gr.Interface({ fn: f, inputs: ["number", gr.BrowserState({ n: 0 }, { storageKey: "${key}" })], outputs: "number" });`;
  const a = await (await tabs.openTab("a")).openUser(source("a"));
  const b = await (await tabs.openTab("b")).openUser(source("b"));
  const slow = a.call(1);
  const quick = b.call(2);
  second.resolve();
  expect(await quick).toEqual([2]);
  first.resolve();
  expect(await slow).toEqual([1]);
});

test("a key that is cleared starts from its default again, in every tab", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const [mine, other] = [await a.openUser(notes), await b.openUser(notes)];
  await mine.call("one");
  await a.room.browser.clear("notes");
  expect(valueOf(await a.room.browser.open("notes"), "notes")).toEqual([]);
  expect(await other.call("two")).toEqual([["two"]]);
  expect(await mine.call("three")).toEqual([["two", "three"]]);
});

test("the same object in a shared variable and in the browser's state is two", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(`import * as gr from "interstate";
const log: { n: number }[] = [];
function f(n: number, kept: { items: { n: number }[] }) {
  if (n === 0) { const item = { n: 1 }; log.push(item); kept.items.push(item); }
  else kept.items[0]!.n = n;
  return [log.map((item) => item.n), kept.items.map((item) => item.n)];
}
export default gr.Interface({
  fn: f,
  inputs: ["number", gr.BrowserState({ items: [] }, { storageKey: "k" })],
  outputs: ["json", "json"],
});`);
  await user.call(0);
  expect(await user.call(7)).toEqual([[1], [7]]);
  expect(valueOf(tab.room, "log")).toEqual([{ n: 1 }]);
});

test("a default that cannot be stored is refused by name", async () => {
  const { openTab } = createTabs();
  const source = notes.replace("[] as string[]", "{ make: () => 1 } as never");
  await expect((await openTab("a")).openUser(source)).rejects.toThrow(
    "The default of gr.BrowserState must be data that can be stored, but at .make it holds a function",
  );
});
