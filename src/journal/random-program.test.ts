// Random programs do the same to shared and to plain values; after each boundary all copies must be alike, aliases and
// the order of keys included, and inverses and rollbacks must give what was.

import fc from "fast-check";
import { it } from "vitest";
import type { GraphData, Operation } from "../protocol/operation.ts";
import { emptyGraph } from "../protocol/operation.ts";
import { numberOperations, parseOperations, Replica } from "./replica.ts";
import { run, same, type Step, type World } from "./random-steps-for-tests.ts";
import { isShared, SharedGraph, toPlain } from "./shared-graph.ts";

interface Segment {
  readonly actor: number;
  readonly end: "commit" | "undo" | "whole";
  readonly steps: readonly Step[];
}

const small = fc.nat({ max: 7 });
const step = fc.record({
  on: fc.nat({ max: 40 }),
  what: fc.nat({ max: 30 }),
  a: small,
  b: small,
  value: fc.nat({ max: 60 }),
});
const segment: fc.Arbitrary<Segment> = fc.record({
  actor: fc.nat({ max: 1 }),
  end: fc.constantFrom("commit" as const, "commit" as const, "undo" as const, "whole" as const),
  steps: fc.array(step, { maxLength: 12 }),
});

it("shared values behave as plain values do, in every tab, and back", () => {
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 8 }), (segments) => {
      const plain = initialWorld();
      const { replica, tabs } = openTabs();
      let held = reachable(plain);
      for (const { actor, end, steps } of segments) {
        const tab = tabs[actor] as Tab;
        tab.graph.begin("write");
        if (end === "undo") {
          undone(plain, tab, steps);
          continue;
        }
        const objects = run(
          plain,
          tab.world,
          held,
          held.map((each) => tab.known.get(each)),
          steps,
        );
        const operations = tab.graph.collect();
        tab.graph.accept();
        tab.graph.end();
        commit(replica, tabs, tab, operations, end === "whole");
        for (const each of tabs) compare(plain, each, each === tab);
        comparePlainly(plain, openTab(replica.toData()));
        held = reachable(plain);
        if (end === "whole") {
          // What is in hand may hold an atom, and starting again from the whole makes atoms anew.
          for (const { known } of tabs) for (const mine of known.keys()) if (!held.includes(mine)) known.delete(mine);
          continue;
        }
        for (const { plain: mine, shared } of objects) if (!tab.known.has(mine)) tab.known.set(mine, shared);
        // A plain object that holds an original is one that a person should let go of at the boundary.
        for (const [mine, shared] of tab.known) if (reachable({ shared }).some(isStale)) tab.known.delete(mine);
        held = [...new Set([...held, ...objects.map((each) => each.plain)])];
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

interface Tab {
  readonly graph: SharedGraph;
  readonly world: World;
  /** What stands in this tab for an object of the plain world. */
  readonly known: Map<object, object>;
}

function initialWorld(): World {
  const inner = { n: 1, list: [1, 2, 3] };
  return {
    list: [inner, 2, inner, "x"],
    record: { inner, z: 1, y: 2, "1": 3 },
    map: new Map<unknown, unknown>([
      ["a", inner],
      [inner, 2],
    ]),
    set: new Set([1, inner]),
    date: new Date(0),
    count: 0,
  };
}

function openTab(data: GraphData | null): Tab & { readonly operations: Operation[] } {
  const graph = new SharedGraph();
  graph.startLoad();
  const made = initialWorld();
  const world: World = {};
  // Defined one by one, as a module does: the first holds what the others share.
  for (const [name, value] of Object.entries(made)) world[name] = graph.define(name, name, value);
  const variables = Object.keys(world).map((key) => ({
    key,
    name: key,
    get: () => world[key],
    set: (value: unknown) => void (world[key] = value),
  }));
  const { operations } = graph.finishLoad(variables, data);
  return { graph, world, known: new Map(), operations };
}

function openTabs(): { replica: Replica; tabs: Tab[] } {
  const replica = Replica.from(emptyGraph);
  const first = openTab(null);
  const known = new Map<number, number>();
  replica.apply(numberOperations(parseOperations(structuredClone(first.operations)), replica.nextId, known));
  first.graph.patch({ numbered: [...known], whole: null, operations: [] });
  const tabs = [first, openTab(structuredClone(replica.toData()))];
  const plain = initialWorld();
  for (const tab of tabs) comparePlainly(plain, tab);
  return { replica, tabs };
}

function commit(replica: Replica, tabs: readonly Tab[], by: Tab, operations: Operation[], whole: boolean): void {
  const known = new Map<number, number>();
  const final = numberOperations(parseOperations(structuredClone(operations)), replica.nextId, known);
  const before = normal(replica.toData());
  const inverse = replica.apply(final);
  const after = normal(replica.toData());
  const redo = replica.apply(parseOperations(structuredClone(inverse)));
  same(normal(replica.toData()), before, "the inverse gives what was");
  replica.apply(parseOperations(structuredClone(redo)));
  same(normal(replica.toData()), after, "the inverse of the inverse does it again");
  for (const { graph } of tabs) {
    graph.patch({
      numbered: graph === by.graph ? [...known] : [],
      whole: whole ? structuredClone(replica.toData()) : null,
      operations: whole || graph === by.graph ? [] : structuredClone(final),
    });
  }
}

/** As a text that tells everything apart: comparing texts is many times faster than comparing deeply. */
function normal({ slots, containers }: GraphData): string {
  const sorted = [slots.toSorted(([a], [b]) => (a < b ? -1 : 1)), containers.toSorted(([a], [b]) => a - b)];
  return JSON.stringify(sorted, (_, value: unknown) => {
    if (typeof value === "object" && value !== null) return value instanceof RegExp ? String(value) : value;
    return Object.is(value, -0) ? "-0" : `${typeof value} ${String(value)}`;
  });
}

/** Runs steps on copies and on the tab, which then takes everything back. */
function undone(plain: World, tab: Tab, steps: readonly Step[]): void {
  const objects = reachable(plain);
  const copy = toPlain({ plain, objects }) as { plain: World; objects: object[] };
  run(
    copy.plain,
    tab.world,
    copy.objects,
    objects.map((each) => tab.known.get(each)),
    steps,
  );
  if (steps.length % 2 === 0) tab.graph.collect();
  tab.graph.rollback();
  tab.graph.end();
  compare(plain, tab);
}

/** The tab's values must be the plain ones; handles known from before must still stand for the same. */
function compare(plain: World, tab: Tab, holds = true): void {
  const pairs = pairUp(plain, tab.world);
  // What was taken out by one tab and put back by it later is another one to the others.
  if (!holds) for (const mine of tab.known.keys()) if (!pairs.has(mine)) tab.known.delete(mine);
  for (const [mine, shared] of pairs) {
    const before = tab.known.get(mine);
    if (before && isShared(before)) same(shared, before, "the handle stays");
    tab.known.set(mine, shared);
  }
}

function comparePlainly(plain: World, tab: Tab): void {
  for (const [mine, shared] of pairUp(plain, tab.world)) tab.known.set(mine, shared);
}

/** Walks both at once: kinds, keys, their order, values and identities must be alike. */
function pairUp(plain: World, shared: World): Map<object, object> {
  const pairs = new Map<object, object>();
  const back = new Map<object, object>();
  const open: (readonly [unknown, unknown])[] = Object.keys(plain).map((key) => [plain[key], shared[key]]);
  for (const [a, b] of open) {
    if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) {
      same(a, b, "the same value");
      continue;
    }
    same(pairs.get(a) ?? b, b, "the same alias");
    same(back.get(b) ?? a, a, "the same alias");
    if (pairs.has(a)) continue;
    pairs.set(a, b);
    back.set(b, a);
    same(b instanceof RegExp || b instanceof Uint8Array || isShared(b), true, "a handle");
    same(Object.prototype.toString.call(b), Object.prototype.toString.call(a), "the same kind");
    const [left, right] = [entriesOf(a), entriesOf(b)];
    same(right.length, left.length, "as many entries");
    left.forEach((entry, i) => entry.forEach((each, j) => open.push([each, right[i]?.[j]])));
  }
  return pairs;
}

function entriesOf(value: object): unknown[][] {
  if (value instanceof Map) return [...value];
  if (value instanceof Set) return [...value].map((member) => [member]);
  if (value instanceof Date) return [[value.getTime()]];
  if (value instanceof RegExp) return [[value.source]];
  if (value instanceof Uint8Array) return [[...value]];
  const keyed = Object.entries(value) as unknown[][];
  return Array.isArray(value) ? [[value.length], ...keyed] : [[Object.getPrototypeOf(value) === null], ...keyed];
}

function isStale(value: object): boolean {
  const natives = [Map, Set, Date].filter((native) => value instanceof native);
  return (
    !isShared(value) &&
    (Object.isFrozen(value) || natives.some(({ prototype }) => Object.getPrototypeOf(value) !== prototype))
  );
}

function reachable(world: World): object[] {
  const found = new Set<unknown>(Object.values(world));
  for (const value of found) {
    if (typeof value === "object" && value !== null)
      for (const entry of entriesOf(value)) for (const each of entry) found.add(each);
  }
  return [...found].filter((value) => typeof value === "object" && value !== null) as object[];
}
