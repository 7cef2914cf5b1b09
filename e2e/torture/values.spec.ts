// What a program does to shared values has the result that it has on plain ones, over many calls of several tabs, calls
// that throw halfway among them.

import { expect, test } from "./fixtures.ts";
import { seed, size } from "./size.ts";

/** Does random things to a graph of arrays, objects, Maps, Sets and Dates, by the same steps to a shared and a plain one. */
const randomProgram = `import * as gr from "interstate";

type Graph = {
  list: any[];
  record: Record<string, any>;
  map: Map<string, any>;
  set: Set<any>;
  date: Date;
};

function begin(): Graph {
  const first = { name: "first", deep: [1, 2, 3] };
  return { list: [3, 1, 2, first], record: { a: 1, first }, map: new Map([["k", first]]), set: new Set([1]), date: new Date(0) };
}

const graph = begin();
const done: number[] = [];         // the seeds of the calls that were committed

function randomOf(seed: number) {
  let state = seed * 2654435761 + 1;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const key = (value: any) => (typeof value === "object" && value !== null ? JSON.stringify(value) : String(value));

function change({ list, record, map, set, date }: Graph, seed: number) {
  const random = randomOf(seed);
  const fresh = () => [seed, "s" + seed, { seed, deep: [seed] }, [seed, [seed]], new Date(seed)][random(5)];
  const steps = [
    () => list.push(fresh(), fresh()),
    () => list.pop(),
    () => list.shift(),
    () => list.unshift(fresh()),
    () => list.splice(random(list.length + 1), random(3), fresh()),
    () => list.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    () => list.reverse(),
    () => list.length > 4 && list.copyWithin(0, 2, 4),
    () => list.length > 6 && list.fill(seed, 1, 3),
    () => list.length > 30 && (list.length = 20),
    () => list.length > 1 && ([list[0], list[1]] = [list[1], list[0]]),   // a swap
    () => (record["k" + random(8)] = fresh()),
    () => delete record["k" + random(8)],
    () => (record.alias = list[random(list.length)]),                     // the same object in two places
    () => record.alias?.deep?.push?.(seed),                               // seen in both
    () => { const item: any = { seed }; list.push(item); item.later = seed; },
    () => { const held = list.at(-1); list.shift(); if (held?.deep) held.deep = [seed]; },
    () => map.set("m" + random(6), fresh()),
    () => map.delete("m" + random(6)),
    () => map.set("moved", record["k" + random(8)] ?? null),
    () => { for (const value of map.values()) if (value?.deep) value.deep.push?.(map.size); },
    () => set.add(random(10)),
    () => set.delete(random(10)),
    () => set.add(record.first),
    () => date.setTime(seed * 1000 + random(1000)),
    () => Object.assign(record, { a: record.a + 1, z: { ...record.first } }),
    () => { const [head, ...rest] = list; record.rest = rest.length; record.head = head; },
    () => { record.list = random(2) ? list : null; },                     // a cycle now and then
    () => { record.list = null; },
  ];
  for (let i = 0; i < 12; i++) steps[random(steps.length)]!();
}

/** All of it as text: order of keys and which places share an object included. */
function describe(graph: Graph) {
  const seen = new Map<any, number>();
  const walk = (value: any): any => {
    if (typeof value !== "object" || value === null) return value === undefined ? "undefined" : value;
    const known = seen.get(value);
    if (known !== undefined) return "#" + known;
    seen.set(value, seen.size);
    if (value instanceof Map) return ["Map", ...[...value].map(walk)];
    if (value instanceof Set) return ["Set", ...[...value].map(walk)];
    if (value instanceof Date) return ["Date", value.getTime()];
    if (Array.isArray(value)) return ["Array", ...value.map(walk)];
    return ["Object", ...Object.entries(value).map(walk)];
  };
  return JSON.stringify(walk(graph));
}

function step(call: string) {
  const { id, op, a = 0 } = JSON.parse(call);
  if (op === "describe") return { id, result: describe(graph) };
  if (op === "plain") {
    const plain = begin();
    for (const seed of done) change(plain, seed);
    return { id, result: describe(plain) };
  }
  change(graph, a);
  if (op === "throw") throw new Error("Thrown on purpose");
  done.push(a);
  return { id, result: done.length };
}

export default gr.Interface({ fn: step, inputs: gr.Textbox({ label: "Call" }), outputs: gr.JSON({ label: "Answer" }) });
`;

test(`T12: ${size.programs} random programs by two tabs leave shared values as they leave plain ones`, async ({
  openTab,
  history,
}) => {
  const tabs = [
    await openTab("a", { program: randomProgram }),
    await openTab("b", { program: randomProgram }),
  ] as const;
  const roundOf = 10;
  for (let round = 0; round < size.programs / roundOf; round++) {
    await Promise.all(
      tabs.map((tab, i) => {
        const calls = Array.from({ length: roundOf / 2 }, (_, n) => ({
          op: n % 4 === 3 ? "throw" : "change",
          a: seed * 100_000 + round * roundOf + n * 2 + i,
        }));
        return tab.callAll(calls);
      }),
    );
    const plain = await tabs[0].call("plain");
    for (const tab of tabs) expect(await tab.call("describe"), `after round ${round}`).toEqual(plain);
  }
  const outcomes = (op: string) =>
    history.calls.filter(({ call }) => call.op === op).map(({ outcome }) => outcome?.kind ?? null);
  expect(new Set(outcomes("change"))).toEqual(new Set(["done"]));
  expect(new Set(outcomes("throw"))).toEqual(new Set(["failed"]));
  // And as it is stored.
  const late = await openTab("late", { program: randomProgram });
  expect(await late.call("describe")).toEqual(await tabs[0].call("plain"));
});
