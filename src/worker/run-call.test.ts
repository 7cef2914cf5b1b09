import { expect, test } from "vitest";
import { appDeclaration } from "../api/create-app.ts";
import * as gr from "../api/index.ts";
import type { CallOutcome, CallStep, WorkerEvent } from "../protocol/runtime.ts";
import { createCallControl } from "./call-control.ts";
import { FakeGraph } from "./fake-graph.ts";
import { runCall } from "./run-call.ts";
import { defineStates } from "./session-states.ts";

const rules = { whyNotData: () => null, toPlain: (value: unknown): unknown => structuredClone(value) };

/** An app with its graphs; `room` holds the list "scores". The page credits each yield at once unless told otherwise. */
function setup(options: object, { credits = true } = {}) {
  const declaration = appDeclaration(Reflect.apply(gr.Interface, undefined, [options]));
  if (!declaration) throw new Error("no app");
  const room = new FakeGraph();
  room.define("scores", "scores", []);
  const session = new FakeGraph();
  const states = defineStates(declaration, session, rules, new Set());
  const control = createCallControl();
  const posted: { seq: number; step: CallStep }[] = [];
  const post = (event: WorkerEvent) => {
    if (event.type !== "yield") return;
    posted.push({ seq: event.seq, step: structuredClone(event.step) });
    if (credits) control.credit(event.seq);
  };
  let clock = 0;
  let turns = 0;
  const call = (inputs: readonly unknown[], grant: "write" | "none" = "write"): Promise<CallOutcome> =>
    runCall(
      { id: "call", event: 0, inputs, grant },
      {
        declaration,
        graphs: { room, session },
        states,
        control,
        post,
        toErrorData: (thrown) => ({
          name: "E",
          message: thrown instanceof Error ? thrown.message : String(thrown),
          frames: [],
        }),
        nowMs: () => clock++,
        async turn() {
          turns++;
          await new Promise((resolve) => setImmediate(resolve));
        },
      },
    );
  const state = () => states.get(declaration.states[0]?.component ?? -1);
  return { call, room, session, posted, control, state, states, turns: () => turns };
}

const skip = { kind: "skip" };
const value = (of: unknown) => ({ kind: "value", value: of });
const messageOf = (outcome: CallOutcome) => (outcome.kind === "threw" ? outcome.error.message : outcome.kind);

test("a call gives its outputs and what it changed", async () => {
  const { call, room } = setup({
    fn: (score: number) => {
      room.set("scores", [score]);
      return [score];
    },
    inputs: "number",
    outputs: "json",
  });
  expect(await call([5])).toEqual({
    kind: "returned",
    step: { outputs: [value([5])], room: [["bind", "scores", "[5]"]], session: [] },
    durationMs: expect.any(Number),
  });
  expect(room.log).toEqual(["begin write", "collect", "accept", "end"]);
});

test("a call without a grant opens the room for reading", async () => {
  const { call, room, session } = setup({ fn: () => 1, outputs: "number" });
  await call([], "none");
  expect([room.log[0], session.log[0]]).toEqual(["begin read", "begin write"]);
});

test("State is passed in and what is returned for it goes into the session", async () => {
  const { call, state } = setup({
    fn: (text: string, history: string[]) => [history, [...history, text]],
    inputs: ["textbox", gr.State([])],
    outputs: ["json", gr.State()],
  });
  expect(await call(["a", undefined])).toMatchObject({ step: { outputs: [value([]), skip] } });
  expect(await call(["b", undefined])).toMatchObject({ step: { outputs: [value(["a"]), skip] } });
  expect(state()).toEqual(["a", "b"]);
});

test("a State changed in place counts without being returned", async () => {
  const { call, state } = setup({
    fn: (list: number[]) => [list.push(1), list],
    inputs: gr.State([]),
    outputs: ["number", gr.State()],
  });
  await call([undefined]);
  expect(state()).toEqual([1]);
});

test("what a function throws undoes both graphs", async () => {
  const { call, room, state, session } = setup({
    fn: (mine: number[]) => {
      room.set("scores", [1]);
      mine.push(1);
      throw new Error("no");
    },
    inputs: gr.State([]),
    outputs: ["number", gr.State()],
  });
  expect(await call([undefined])).toMatchObject({ kind: "threw", error: { message: "no" } });
  expect([room.get("scores"), state()]).toEqual([[], []]);
  expect(room.log).toEqual(["begin write", "rollback", "end"]);
  expect(session.log).toEqual(["begin write", "rollback", "end"]);
});

test("what cannot be collected in one graph is accepted in neither", async () => {
  const { call, room, session } = setup({ fn: () => room.set("scores", [1]), outputs: "text" });
  session.problem = new TypeError("state.onClick is a function");
  expect(messageOf(await call([]))).toBe("state.onClick is a function");
  expect(room.log).toEqual(["begin write", "collect", "rollback", "end"]);
  expect(room.get("scores")).toEqual([]);
});

test.each([
  [() => "x", 'press returned 1 value, the text "x", but the app has 2 outputs: return [topCount, state]'],
  [() => ["x"], "press returned 1 value, but the app has 2 outputs: return [topCount, state]"],
  [() => [1, 2, 3], "press returned 3 values, but the app has 2 outputs: return [topCount, state]"],
  [() => undefined, "press returned nothing, but the app has 2 outputs: return [topCount, state]"],
])("the wrong number of outputs is said in words (%s)", async (fn, message) => {
  const press = Object.defineProperty(fn, "name", { value: "press" });
  const { call } = setup({
    fn: press,
    inputs: gr.State(0),
    outputs: [gr.Textbox({ label: "Top count!" }), gr.State()],
  });
  expect(messageOf(await call([undefined]))).toBe(message);
});

test("a single output takes a list as its value, whether it stands in a list or not", async () => {
  for (const outputs of ["json", ["json"]]) {
    const { call } = setup({ fn: () => [1], outputs });
    expect(await call([])).toMatchObject({ step: { outputs: [value([1])] } });
  }
});

test("an output that cannot be shown undoes the call", async () => {
  const { call, room } = setup({
    fn: () => {
      room.set("scores", [1]);
      return { deep: [() => 1] };
    },
    outputs: gr.JSON({ label: "Out" }),
  });
  expect(messageOf(await call([]))).toBe('The output ("Out") cannot be shown: it holds a function at .deep[0]');
  expect(room.get("scores")).toEqual([]);
});

test("an input that does not fit is refused by its label", async () => {
  const { call } = setup({ fn: (age: number) => age, inputs: "number", outputs: "number" });
  expect(messageOf(await call([null]))).toBe('Input 0 ("age"): Enter a number.');
});

test("an async function is awaited", async () => {
  const { call } = setup({ fn: async () => "later", outputs: "text" });
  expect(await call([])).toMatchObject({ step: { outputs: [value("later")] } });
});

test.each([
  [
    "generator",
    function* () {
      yield 1;
      yield 2;
      return 3;
    },
  ],
  [
    "async generator",
    async function* () {
      yield 1;
      yield 2;
      return 3;
    },
  ],
])("each yield of a %s is a step, and what it returns is ignored", async (_, fn) => {
  const { call, posted } = setup({ fn, outputs: "number" });
  expect(await call([])).toMatchObject({ kind: "finished" });
  expect(posted).toEqual([
    { seq: 1, step: { outputs: [value(1)], room: [], session: [] } },
    { seq: 2, step: { outputs: [value(2)], room: [], session: [] } },
  ]);
});

test("what a generator writes after its last yield is a last step without outputs", async () => {
  const { call, posted, room } = setup({
    fn: function* () {
      room.set("scores", [1]);
      yield "a";
      room.set("scores", [1, 2]);
    },
    outputs: "text",
  });
  await call([]);
  expect(posted.map(({ step }) => step)).toEqual([
    { outputs: [value("a")], room: [["bind", "scores", "[1]"]], session: [] },
    { outputs: [skip], room: [["bind", "scores", "[1,2]"]], session: [] },
  ]);
});

test("a generator that throws keeps what it had yielded", async () => {
  const { call, room } = setup({
    fn: function* () {
      room.set("scores", [1]);
      yield "a";
      room.set("scores", [1, 2]);
      throw new Error("no");
    },
    outputs: "text",
  });
  expect(messageOf(await call([]))).toBe("no");
  expect(room.get("scores")).toEqual([1]);
});

test("a generator is stopped at its yield, and what its finally blocks write counts", async () => {
  const { call, posted, room, control } = setup({
    fn: function* () {
      try {
        room.set("scores", ["busy"]);
        for (let n = 1; ; n++) {
          if (n === 3) control.stop();
          yield n;
        }
      } finally {
        room.set("scores", ["done"]);
      }
    },
    outputs: "number",
  });
  expect(await call([])).toMatchObject({ kind: "stopped" });
  expect(posted.map(({ step }) => step.outputs[0])).toEqual([value(1), value(2), skip]);
  expect(room.get("scores")).toEqual(["done"]);
});

test("writes towards a yield that comes after Stop are undone", async () => {
  const { call, room, control } = setup({
    fn: async function* () {
      yield 1;
      room.set("scores", ["half"]);
      control.stop();
      yield 2;
    },
    outputs: "number",
  });
  expect(await call([])).toMatchObject({ kind: "stopped" });
  expect(room.get("scores")).toEqual([]);
});

test("a yield that cannot be shown ends the generator in order, and is undone", async () => {
  let closed = false;
  const { call, room } = setup({
    fn: function* () {
      try {
        room.set("scores", [1]);
        yield {};
      } finally {
        closed = true;
      }
    },
    outputs: "number",
  });
  expect(messageOf(await call([]))).toContain("is a Number, but the function returned an object");
  expect([closed, room.get("scores")]).toEqual([true, []]);
});

test("no more than 64 yields are on their way, and all are credited before the end", async () => {
  let made = 0;
  const { call, posted, control } = setup(
    {
      fn: function* () {
        for (; made < 100; made++) yield made;
      },
      outputs: "number",
    },
    { credits: false },
  );
  const outcome = call([]);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; turn < 100; turn++) await settle();
  expect(posted.length).toBe(64);
  control.credit(10);
  for (let turn = 0; turn < 100; turn++) await settle();
  expect(posted.length).toBe(74);
  control.credit(74);
  for (let turn = 0; turn < 100; turn++) await settle();
  expect(posted.length).toBe(100);
  control.credit(100);
  expect(await outcome).toMatchObject({ kind: "finished" });
});

test("Stop reaches a generator that waits for the page", async () => {
  const { call, posted, control } = setup(
    {
      fn: function* () {
        for (;;) yield "more";
      },
      outputs: "text",
    },
    { credits: false },
  );
  const outcome = call([]);
  await new Promise((resolve) => setImmediate(resolve));
  control.stop();
  control.credit(posted.length);
  expect(await outcome).toMatchObject({ kind: "stopped" });
});

test("the event loop turns while a generator yields without a pause", async () => {
  const { call, turns } = setup({
    fn: function* () {
      for (let n = 0; n < 40; n++) yield n;
    },
    outputs: "number",
  });
  await call([]);
  expect(turns()).toBeGreaterThan(5);
});

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
  const refuse = { ...rules, whyNotData: () => ({ path: "a", what: "a function" }) };
  expect(() => declaration && defineStates(declaration, new FakeGraph(), refuse, new Set())).toThrow(
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
  if (declaration) defineStates(declaration, graph, rules, new Set());
  expect(calls).toBe(1);
  if (declaration) defineStates(declaration, graph, rules, new Set(keys));
  expect(calls).toBe(1);
  expect(keys[0]).toMatch(/^State 0#/);
  expect(keys[0]).toBe(keys[1]);
});
