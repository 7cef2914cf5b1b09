import { expect, test } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { createTabs, valueOf } from "./tabs-setup.ts";

const firstVisit = `import * as gr from "interstate";
let everyone = 0;
function press(mine: number) {
  everyone += 1;
  mine += 1;
  return [\`You \${mine} · Everyone \${everyone}\`, mine];
}
export default gr.Interface({ fn: press, inputs: gr.State(0), outputs: [gr.Textbox({ label: "Count" }), gr.State()] });`;

const app = (inputs: string, outputs = '"json"') =>
  `export default gr.Interface({ fn: f, inputs: ${inputs}, outputs: ${outputs} });`;
const program = (text: string, inputs = '"number"') => `import * as gr from "interstate";\n${text}\n${app(inputs)}`;

test("a call after Clear sees what others did before it", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const [mine, other] = [await a.openUser(firstVisit), await b.openUser(firstVisit)];
  await mine.call();
  for (let i = 0; i < 5; i++) await other.call();
  await mine.clear();
  expect(await mine.call()).toEqual(["You 1 · Everyone 7"]);
  expect(valueOf(a.room, "everyone")).toBe(7);
});

test("what a call made can be written by the one after Clear", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const source = `import * as gr from "interstate";
const list: { n: number }[] = [];
function f(s: number) { if (list.length === 0) list.push({ n: 1 }); else list[0]!.n++; return [list[0]!.n, s]; }
${app("gr.State(0)", '["number", gr.State()]')}`;
  const user = await tab.openUser(source);
  await user.call();
  await user.clear();
  expect(await user.call()).toEqual([2]);
});

const board = "const board: { rows: number[] } = { rows: [1] };";

test("a module that loads while a call takes away what it is loaded on loads on what is there then", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const mine = await a.openUser(program(`${board} function f(n: number) { board.rows = [n]; return board; }`));
  const hold = createDeferred<void>();
  const loading = b.openUser(
    program(`${board} const rows = board.rows; function f(n: number) { rows.push(n); return board; }`),
    { hold: hold.promise },
  );
  await mine.call(7);
  hold.resolve();
  const other = await loading;
  await b.room.catchUp();
  expect(await other.call(8)).toEqual([{ rows: [7] }]);
});

test("a call during which another tab adds a variable that holds what it takes away goes on, and so does the next", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const gate = createDeferred<void>();
  Object.assign(globalThis, { gate: gate.promise });
  const mine = await a.openUser(
    program(`${board} async function f(n: number) { board.rows = [n]; await globalThis.gate; return board; }`),
  );
  const running = mine.call(7);
  await new Promise((resolve) => setTimeout(resolve));
  await b.openUser(program(`${board} const rows = board.rows; function f(n: number) { rows.push(n); return rows; }`));
  gate.resolve();
  expect(await running).toEqual([{ rows: [7] }]);
  expect(await mine.call(8)).toEqual([{ rows: [8] }]);
  expect(valueOf(a.room, "rows")).toEqual([1]);
});

test("a module that loads while the room is reset does not take the new room's containers for the old ones", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const names = 'const names: string[] = ["ann"];';
  await a.openUser(
    program(`${board} ${names} function f(n: number) { board.rows.push(n); names.push("x"); return n; }`),
  );
  const hold = createDeferred<void>();
  const loading = b.openUser(
    program(`${board} ${names} const rows = board.rows;
      function f(n: number) { rows.push(n); names.push("x"); return board; }`),
    { hold: hold.promise },
  );
  await a.room.restart((now) => {
    // As code makes it that declares them in another order.
    const data = now.toData();
    const numbers = new Map(data.containers.map(([id]) => [id, ((id + 1) % 3) + 1]));
    const renumber = <T>(value: T): T =>
      (Array.isArray(value)
        ? value[0] === "ref"
          ? ["ref", numbers.get(value[1] as number)]
          : value.map(renumber)
        : value) as T;
    return {
      ...data,
      containers: data.containers.map(([id, content]) => [numbers.get(id) ?? 0, renumber(content)]),
      slots: data.slots.map(([key, info, value]) => [key, { name: info.name, first: 0, count: 0 }, renumber(value)]),
    };
  });
  await new Promise((resolve) => setTimeout(resolve));
  hold.resolve();
  const other = await loading;
  expect(valueOf(b.room, "rows")).toEqual([1]);
  await other.call(7);
  expect(valueOf(b.room, "rows")).toEqual(valueOf(b.room, "board") === undefined ? [] : [1, 7]);
});

test("something that is held over a reset is not taken for what has its id then", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const source = program(
    `const list: { n: number }[] = [];
     class Held { item: { n: number } | null = null }
     const held = new Held();
     function f(n: number) {
       if (n < 0) { held.item!.n = n; return list; }
       list.push({ n });
       held.item ??= list[0]!;
       return list;
     }`,
  );
  const [mine, other] = [await a.openUser(source), await b.openUser(source)];
  await mine.call(1);
  await b.room.restart((now) => ({ ...now.toData(), containers: [[1, ["array", []]]], nextId: 2 }));
  await other.call(5);
  await a.room.catchUp();
  await expect(mine.call(-1)).rejects.toThrow();
  expect(valueOf(a.room, "list")).toEqual([{ n: 5 }]);
});

test("calls that are sent ahead all count, whatever becomes of one of them", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(
    program(`const list: number[] = [];
      function f(n: number) { list.push(n); if (n === 3) throw new Error("not 3"); return list.length; }`),
  );
  const calls = await Promise.allSettled([1, 2, 3, 4].map((n) => user.call(n)));
  expect(calls.map((call) => (call.status === "fulfilled" ? call.value : String(call.reason)))).toEqual([
    [1],
    [2],
    "Error: not 3",
    [3],
  ]);
  expect(valueOf(tab.room, "list")).toEqual([1, 2, 4]);
});

test("components may stand in variables outside the function, and are not shared", async () => {
  const { openTab } = createTabs();
  const tab = await openTab("a");
  const user = await tab.openUser(`import * as gr from "interstate";
const word = gr.Textbox({ label: "Word" });
const count = gr.State(0);
const demo = gr.Interface({ fn: f, inputs: [word, count], outputs: ["json", count] });
function f(text: string, n: number) { return [text + n, n + 1]; }
export default demo;`);
  await user.call("a");
  expect(await user.call("b")).toEqual(["b1"]);
  expect(tab.room.replica.slots().size).toBe(0);
});

test("a long call goes on when another tab loads edited code, whose values come when it has ended", async () => {
  const tabs = createTabs();
  const [a, b] = [await tabs.openTab("a"), await tabs.openTab("b")];
  const gate = createDeferred<void>();
  Object.assign(globalThis, { longCall: gate.promise });
  const source = (word: string) =>
    program(`const words = () => ["${word}"]; const list = words(); let n = 0;
async function f(by: number) { await globalThis.longCall; n += by; return [...list, n]; }`);
  const mine = await a.openUser(source("old"));
  const long = mine.call(1);
  const other = await b.openUser(source("new"));
  const next = other.call(1);
  gate.resolve();
  expect(await long).toEqual([["old", 1]]);
  expect(await next).toEqual([["new", 2]]);
  expect(await mine.call(1)).toEqual([["new", 3]]);
});
