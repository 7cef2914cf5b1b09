import { expect, test } from "vitest";
import * as gr from "../api/index.ts";
import { messageOf, setup, skip, value } from "./call-setup.ts";

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
    step: { outputs: [value([5])], room: [["bind", "scores", "[5]"]], session: [], browser: [] },
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

test("a variable that was assigned while no call ran is mentioned in the console", async () => {
  const { call, room, warnings } = setup({ fn: () => 1, outputs: "number" });
  room.strays = ["ticks"];
  await call([]);
  expect(warnings).toEqual([
    "ticks was assigned while no call ran, so it has its shared value again: assign it inside a call.",
  ]);
});

const text = "x".repeat(60_000_000);

test("outputs of 300 MB are an error of the call, which is undone", async () => {
  const outputs = ["textbox", "textbox", "textbox", "textbox", "textbox"];
  const { call, room } = setup({ fn: () => [text, text, text, text, text], outputs });
  expect(messageOf(await call([]))).toContain("The outputs are larger than 256 MB: return what is worth");
  expect(room.log).toContain("rollback");
});

test("an output of 60 MB is none", async () => {
  const { call } = setup({ fn: () => text, outputs: "json" });
  expect(await call([])).toMatchObject({ kind: "returned" });
});
