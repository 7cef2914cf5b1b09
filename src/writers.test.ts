// What the compiler says of functions that need no lock, held against what they do: compiled and run on shared variables.

import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "./compiler/compile.ts";
import { randomSource } from "./compiler/random-source-for-tests.ts";
import { SharedGraph } from "./journal/shared-graph.ts";
import type { CompiledModule } from "./protocol/compiled.ts";
import type { CompiledHost, VariableAccessor } from "./protocol/host.ts";

test("a function that the compiler lets run without the lock never writes a shared variable", async () => {
  let free = 0;
  await fc.assert(
    fc.asyncProperty(randomSource(), async (source) => {
      const compiled = compile(source);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
      if (compiled.value.functions.find(({ name }) => name === "f")?.writes !== false) return;
      free++;
      const { graph, functions } = await load(compiled.value);
      for (let round = 0; round < 3; round++) {
        expect(refusals(graph, "read", functions.get("f"))).toEqual([]);
        refusals(graph, "write", functions.get("g"));
      }
    }),
    { numRuns: 200 },
  );
  // Else it would be a test of nothing.
  expect(free).toBeGreaterThan(30);
}, 60_000);

/** Runs a function as a call; returns what it was refused for want of a lock. */
function refusals(graph: SharedGraph, mode: "read" | "write", fn: unknown): string[] {
  const refused: string[] = [];
  let left = 40;
  Reflect.set(globalThis, "fuel", () => {
    if (left-- <= 0) throw new Error("out of fuel");
  });
  graph.begin(mode);
  try {
    if (typeof fn === "function") Reflect.apply(fn, undefined, [{ a: [1], b: { a: 1 } }]);
    graph.collect();
    graph.accept();
  } catch (error) {
    if (error instanceof TypeError && error.message.includes("taken for")) refused.push(String(error));
  } finally {
    graph.end();
  }
  return refused;
}

let programs = 0;

async function load({ code, variables, functions: infos }: CompiledModule) {
  const graph = new SharedGraph();
  const functions = new Map<string, unknown>();
  let accessors: readonly VariableAccessor[] = [];
  const host: CompiledHost = {
    api: { local: (value: unknown) => value },
    init(index, value) {
      const { key, name, isLocal } = variables[index] ?? { key: "", name: "", isLocal: true };
      if (!isLocal) return graph.define(key, name, value);
      graph.keep(key, name, value);
      return value;
    },
    bind: (bound) => void (accessors = bound),
    fn(index, fn) {
      functions.set(infos[index]?.name ?? "", fn);
      return fn;
    },
  };
  graph.startLoad();
  Reflect.set(globalThis, "fuel", () => undefined);
  Reflect.set(globalThis, "__interstate", host);
  // The comment tells equal texts apart: a module is evaluated once for each address.
  await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`${code}\n// ${programs++}`)}`);
  const bound = accessors.flatMap((accessor, i) => {
    const variable = variables[i];
    return variable ? [{ ...variable, get: () => accessor.get(), set: (value: unknown) => accessor.set(value) }] : [];
  });
  graph.finishLoad(bound, null);
  return { graph, functions };
}
