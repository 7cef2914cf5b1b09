import { expect, test } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { createTabs, valueOf } from "./tabs-setup.ts";

const program = (text: string, limit: number | "default" | null = 1) => `import * as gr from "interstate";
${text}
export default gr.Interface({ fn: f, inputs: "number", outputs: "json", concurrencyLimit: ${JSON.stringify(limit)} });`;

/** Calls of the programs here wait for `globalThis.gates[n]`. */
function openGates(count: number) {
  const gates = Array.from({ length: count }, () => createDeferred<void>());
  Object.assign(globalThis, { gates: gates.map(({ promise }) => promise) });
  return gates;
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

test("calls that run beside each other lose no update, in one tab and in several", async () => {
  const tabs = createTabs();
  const source = program(
    `let n = 0; const seen: number[] = [];
     async function f(by: number) {
       const before = n;
       await new Promise((resolve) => setTimeout(resolve, by));
       return gr.atomic(() => { n += 1; seen.push(before); return n; });
     }`,
    null,
  );
  const rooms = [(await tabs.openTab("a")).openUser, (await tabs.openTab("b")).openUser];
  const users = [];
  for (const openUser of [...rooms, ...rooms]) users.push(await openUser(source));
  const results = [];
  for (let round = 0; round < 5; round++) {
    results.push(...(await Promise.all(users.map((user, i) => user.call(i)))).flat());
  }
  expect(results.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  const room = users[0]?.loaded.room;
  await room?.catchUp();
  expect(room && valueOf(room, "n")).toBe(20);
});

test("such calls do not wait for each other, and a step sees what others did meanwhile", async () => {
  const tabs = createTabs();
  const [first, second] = openGates(2);
  const source = program(
    `const log: number[] = [];
     async function f(i: number) {
       await globalThis.gates[i];
       await gr.atomic(() => log.push(i));
       return log;
     }`,
    null,
  );
  const a = await (await tabs.openTab("a")).openUser(source);
  const b = await (await tabs.openTab("b")).openUser(source);
  const slow = a.call(0);
  const quick = b.call(1);
  second?.resolve();
  expect(await quick).toEqual([[1]]);
  first?.resolve();
  expect(await slow).toEqual([[1, 0]]);
});

test("outside of a step a write throws, and what a step did stays when the call throws after it", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(
    program(
      `const log: number[] = [];
       async function f(i: number) {
         await gr.atomic(() => log.push(i));
         if (i === 1) throw new Error("after it");
         log.push(99);
       }`,
      null,
    ),
  );
  await expect(user.call(1)).rejects.toThrow("after it");
  expect(valueOf(tab.room, "log")).toEqual([1]);
  await expect(user.call(2)).rejects.toThrow("log can be changed only inside await gr.atomic");
  expect(valueOf(tab.room, "log")).toEqual([1, 2]);
});

test("a variable that is assigned outside of a step is not assigned without a word", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(
    program(
      `let n = 0, m = 0; async function f(i: number) { n = i; await gr.atomic(() => { m += 1; }); return n; }`,
      null,
    ),
  );
  await expect(user.call(7)).rejects.toThrow("n can be changed only inside await gr.atomic");
  expect([valueOf(tab.room, "n"), valueOf(tab.room, "m")]).toEqual([0, 0]);
});

test.each([1, null])("a step that throws is undone, and the call may go on: limit %s", async (limit) => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(
    program(
      `const log: number[] = [];
       async function f(i: number) {
         let why = "";
         try { await gr.atomic(() => { log.push(i); throw new Error("no"); }); } catch (error) { why = (error as Error).message; }
         await gr.atomic(() => log.push(i + 1));
         return [why, ...log];
       }`,
      limit,
    ),
  );
  expect(await user.call(1)).toEqual([["no", 2]]);
  expect(valueOf(tab.room, "log")).toEqual([2]);
});

test("with the room to itself, a call keeps what it did before a step that throws, and loses it if it throws too", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(
    program(
      `const log = [1, 2, 3]; let n = 0; let whole = { a: 1 }; const bytes = new Uint8Array(3);
       const map = new Map([["a", 1]]);
       async function f(i: number) {
         log.push(4); log[0] = 10; n = 1; bytes[0] = 1; map.set("a", 2); whole = { a: 2 };
         try {
           await gr.atomic(() => {
             log.push(5); log[0] = 20; log.splice(1, 1); n = 2; bytes[0] = 2; bytes[1] = 2; map.set("a", 3); map.set("b", 1);
             whole = { a: 3 };
             throw new Error("no");
           });
         } catch {}
         if (i === 1) throw new Error("after it");
         return [log, n, [...bytes], [...map], whole];
       }`,
    ),
  );
  const names = ["log", "n", "bytes", "map", "whole"];
  const stored = () => names.map((name) => valueOf(tab.room, name));
  const before = stored();
  await expect(user.call(1)).rejects.toThrow("after it");
  expect(stored()).toEqual(before);
  expect(await user.call(2)).toEqual([[[10, 2, 3, 4], 1, [1, 0, 0], [["a", 2]], { a: 2 }]]);
  expect(stored()).toEqual([[10, 2, 3, 4], 1, new Uint8Array([1, 0, 0]), new Map([["a", 2]]), { a: 2 }]);
});

test("a step that stores what is no data is undone as one that throws", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(
    program(
      `const log: unknown[] = [];
       async function f(i: number) {
         log.push(i);
         try { await gr.atomic(() => log.push("half", () => 1)); } catch (error) { return (error as Error).name; }
       }`,
    ),
  );
  expect(await user.call(1)).toEqual(["TypeError"]);
  expect(valueOf(tab.room, "log")).toEqual([1]);
});

test("an async step is refused, and so is one when no call runs", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(
    program(`let n = 0; function f(i: number) { return gr.atomic(async () => { n = i; }); }`, null),
  );
  await expect(user.call(1)).rejects.toThrow("must be synchronous");
  expect(valueOf(tab.room, "n")).toBe(0);
  await expect(
    tab.openUser(program(`let n = 0; await gr.atomic(() => { n = 1; }); function f() { n += 1; }`)),
  ).rejects.toThrow("gr.atomic can be used only while a call of the app runs");
});

test("a step that the call does not wait for never happens when the call has ended", async () => {
  const tabs = createTabs();
  const [gate] = openGates(1);
  const holder = await (
    await tabs.openTab("a")
  ).openUser(program(`let n = 0; async function f(i: number) { n = i; await globalThis.gates[0]; return n; }`));
  const b = await tabs.openTab("b");
  const user = await b.openUser(
    program(`let n = 0; function f(i: number) { gr.atomic(() => { n = i; }).catch(() => {}); return "done"; }`, null),
  );
  const holding = holder.call(1);
  await turn();
  expect(await user.call(2)).toEqual(["done"]);
  gate?.resolve();
  await holding;
  await turn();
  await b.room.catchUp();
  expect(valueOf(b.room, "n")).toBe(1);
});

test("with the room to itself, a call keeps what it did before a step when it throws after it", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(
    program(
      `const log: string[] = [];
       async function f(i: number) {
         log.push("before");
         const length = await gr.atomic(() => log.push("step"));
         log.push("after");
         if (i === 1) throw new Error("no");
         return length;
       }`,
    ),
  );
  await expect(user.call(1)).rejects.toThrow("no");
  expect(valueOf(tab.room, "log")).toEqual(["before", "step"]);
  expect(await user.call(2)).toEqual([4]);
  expect(valueOf(tab.room, "log")).toEqual(["before", "step", "before", "step", "after"]);
});

test("of a limit of two, the third call waits until one has ended", async () => {
  const tabs = createTabs();
  const gates = openGates(3);
  const begun: number[] = [];
  Object.assign(globalThis, { begun });
  const source = program(
    `async function f(i: number) { globalThis.begun.push(i); await globalThis.gates[i]; return i; }`,
    2,
  );
  const users = [];
  for (const name of ["a", "b", "c"]) users.push(await (await tabs.openTab(name)).openUser(source));
  const calls = users.map((user, i) => user.call(i));
  await turn();
  await turn();
  expect(begun).toEqual([0, 1]);
  gates[1]?.resolve();
  await calls[1];
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  for (const gate of gates) gate.resolve();
  expect((await Promise.all(calls)).flat()).toEqual([0, 1, 2]);
});

test("of a limit of one that was said, calls that share nothing wait for each other, in all tabs; else they do not", async () => {
  for (const [limit, expected] of [
    [1, [0]],
    ["default", [0, 1, 2]],
  ] as const) {
    const tabs = createTabs();
    const gates = openGates(3);
    const begun: number[] = [];
    Object.assign(globalThis, { begun });
    const source = program(
      `async function f(i: number) { globalThis.begun.push(i); await globalThis.gates[i]; return i; }`,
      limit,
    );
    const a = await tabs.openTab("a");
    const users = [
      await a.openUser(source),
      await (await tabs.openTab("b")).openUser(source),
      await a.openUser(source),
    ];
    const calls = users.map((user, i) => user.call(i));
    await turn();
    await turn();
    expect(begun).toEqual(expected);
    for (const gate of gates) gate.resolve();
    expect((await Promise.all(calls)).flat()).toEqual([0, 1, 2]);
    expect(begun.toSorted()).toEqual([0, 1, 2]);
  }
});
