import { expect, test } from "vitest";
import * as gr from "../api/index.ts";
import { appDeclaration } from "../api/create-app.ts";
import { nothingStored, plainRules, setup } from "./call-setup.ts";
import { FakeGraph } from "./fake-graph.ts";
import { defineStates } from "./session-states.ts";

test("the initial value of a State is copied, and Clear copies it again", () => {
  const initial = [1];
  const { state, states, session } = setup({
    fn: (list: number[]) => ["", list],
    inputs: gr.State(initial),
    outputs: ["text", gr.State()],
  });
  initial.push(2);
  const first = state();
  expect(first).toEqual([1]);
  session.set("unrelated", 1);
  states.reset(0);
  expect(state()).toEqual([1]);
  expect(state()).not.toBe(first);
});

test("a State whose value cannot be copied is a TypeError that names what", () => {
  const declaration = appDeclaration(
    gr.Interface({
      fn: (state: object) => ["", state],
      inputs: gr.State({ a: Math.max }),
      outputs: ["text", gr.State()],
    }),
  );
  const refuse = { ...plainRules, whyNotData: () => ({ path: "a", what: "a function" }) };
  expect(() => declaration && defineStates(declaration, new FakeGraph(), refuse, nothingStored)).toThrow(
    new TypeError(
      "The initial value of gr.State must be able to be copied for each session, but at a it holds a function.",
    ),
  );
});

test("a function as initial value is not called for a session that has the State", () => {
  let calls = 0;
  const declaration = appDeclaration(
    gr.Interface({
      fn: (state: number[]) => ["", state],
      inputs: gr.State(() => [++calls]),
      outputs: ["text", gr.State()],
    }),
  );
  const keys: string[] = [];
  const graph = new FakeGraph();
  const define = graph.define.bind(graph);
  graph.define = (key, name, initial) => {
    keys.push(key);
    return define(key, name, initial);
  };
  if (declaration) defineStates(declaration, graph, plainRules, nothingStored);
  expect(calls).toBe(1);
  if (declaration) defineStates(declaration, graph, plainRules, { ...nothingStored, has: (key) => keys.includes(key) });
  expect(calls).toBe(1);
  expect(keys[0]).toMatch(/^State 0#/);
  expect(keys[0]).toBe(keys[1]);
});
