import { expect, test } from "vitest";
import * as gr from "../api/index.ts";
import type { CompiledHost } from "../protocol/host.ts";
import type { VariableReport } from "../protocol/runtime.ts";
import { parseAppSpec } from "../spec/parse-app-spec.ts";
import { nothingMore, fixed, setup, shown, variable, type Program } from "./runtime-setup.ts";

function scoreTracker(host: CompiledHost): Record<string, unknown> {
  const scores = host.init(0, []) as number[];
  const trackScore = host.fn(0, (score: number) => {
    scores.push(score);
    if (score < 0) throw new RangeError("no such score");
    return scores.toSorted((a, b) => b - a).slice(0, 3);
  });
  fixed(host, scores);
  return {
    default: gr.Interface({
      fn: trackScore,
      inputs: gr.Number({ label: "Score" }),
      outputs: gr.JSON({ label: "Top Scores" }),
    }),
  };
}
const tracker = { variables: [variable("scores")] };

function firstVisit(host: CompiledHost): Record<string, unknown> {
  let everyone = host.init(0, 0) as number;
  const press = host.fn(0, (mine: number) => {
    everyone += 1;
    mine += 1;
    return [`You ${mine} · Everyone ${everyone}`, mine];
  });
  host.bind([{ get: () => everyone, set: (value) => void (everyone = Number(value)) }]);
  return {
    default: gr.Interface({ fn: press, inputs: gr.State(0), outputs: [gr.Textbox({ label: "Count" }), gr.State()] }),
  };
}
const visit = { variables: [variable("everyone")] };

function storeMessages(host: CompiledHost): Record<string, unknown> {
  function storeMessage(message: string, history: string[]) {
    const output = { "Current messages": message, "Previous messages": history.toReversed() };
    history.push(message);
    return [output, history];
  }
  fixed(host);
  return {
    default: gr.Interface({ fn: storeMessage, inputs: ["textbox", gr.State([])], outputs: ["json", gr.State()] }),
  };
}

test("scores are shared by two workers of one room", async () => {
  const one = setup(scoreTracker);
  const two = setup(scoreTracker, one.room);
  await one.load(tracker);
  await two.load(tracker);
  expect(shown(await one.call([3]))).toEqual([[3]]);
  expect(shown(await one.call([9]))).toEqual([[9, 3]]);
  expect(shown(await one.call([5]))).toEqual([[9, 5, 3]]);
  expect(shown(await two.call([7]))).toEqual([[9, 7, 5]]);
  expect(shown(await one.call([1]))).toEqual([[9, 7, 5]]);
  expect(one.room.values()).toEqual({ scores: [3, 9, 5, 7, 1] });
});

test("a call that throws leaves nothing behind", async () => {
  const one = setup(scoreTracker);
  await one.load(tracker);
  await one.call([3]);
  expect(await one.call([-1])).toMatchObject({
    kind: "threw",
    error: { name: "RangeError", message: "no such score" },
  });
  expect(shown(await one.call([4]))).toEqual([[4, 3]]);
  expect(one.room.values()).toEqual({ scores: [3, 4] });
});

test("counts: mine is a session's, everyone's is the room's", async () => {
  const one = setup(firstVisit);
  const two = setup(firstVisit, one.room);
  await one.load(visit);
  await two.load(visit);
  expect(shown(await one.call([undefined]))).toEqual(["You 1 · Everyone 1", "skip"]);
  expect(shown(await two.call([undefined]))).toEqual(["You 1 · Everyone 2", "skip"]);
  expect(shown(await one.call([undefined]))).toEqual(["You 2 · Everyone 3", "skip"]);
  expect([one.session.values(), two.session.values()]).toEqual([{ mine: 2 }, { mine: 1 }]);
});

test("messages are a session's own, and survive its worker", async () => {
  const one = setup(storeMessages);
  await one.load();
  expect(shown(await one.call(["a"]))).toEqual([{ "Current messages": "a", "Previous messages": [] }, "skip"]);
  expect(shown(await one.call(["b"]))).toEqual([{ "Current messages": "b", "Previous messages": ["a"] }, "skip"]);
  const again = setup(storeMessages, one.room, one.session);
  await again.load();
  expect(shown(await again.call(["c"]))).toEqual([
    { "Current messages": "c", "Previous messages": ["b", "a"] },
    "skip",
  ]);
  expect(again.session.values()).toEqual({ history: ["a", "b", "c"] });
});

test("fresh state is the initial value again", async () => {
  const one = setup(storeMessages);
  await one.load();
  await one.call(["a"]);
  await one.fresh([1]);
  expect(one.session.values()).toEqual({ history: [] });
  expect(shown(await one.call(["b"]))).toEqual([{ "Current messages": "b", "Previous messages": [] }, "skip"]);
});

test("a write without a grant throws and changes nothing", async () => {
  const one = setup(scoreTracker);
  await one.load(tracker);
  expect(await one.call([3], "none")).toMatchObject({ kind: "threw" });
  const two = setup(firstVisit);
  await two.load(visit);
  expect(await two.call([undefined], "none")).toMatchObject({ kind: "threw" });
  expect(shown(await two.call([undefined]))).toEqual(["You 1 · Everyone 1", "skip"]);
});

test("the app of a load passes the page's checks, and says which calls queue", async () => {
  const functions = [{ ...variable("trackScore"), writes: false, reaches: [] }];
  const one = setup(scoreTracker);
  const outcome = await one.load({ ...tracker, functions });
  const app = parseAppSpec(outcome.kind === "loaded" ? outcome.app : null);
  expect(app.ok && app.value.events[0]?.action).toEqual({
    kind: "call",
    concurrencyLimit: "default",
    writes: false,
    generator: false,
    concurrencyId: null,
    anywhere: true,
    validates: false,
    keeps: false,
    renders: null,
  });
});

test("a function that the compiler does not know queues", async () => {
  const one = setup(storeMessages);
  const outcome = await one.load();
  const app = parseAppSpec(outcome.kind === "loaded" ? outcome.app : null);
  expect(app.ok && app.value.events).toMatchObject([{ action: { writes: true } }, {}, {}]);
});

test("variables are reported as what they turned out to be", async () => {
  const program = (host: CompiledHost) => {
    const values = [host.init(0, [1]), host.init(1, 5), host.init(2, () => 1)];
    fixed(host, ...values);
    return { default: () => 1 };
  };
  const outcome = await setup(program).load({ variables: [variable("a"), variable("b", "constant"), variable("c")] });
  const reports: readonly VariableReport[] = outcome.kind === "loaded" ? outcome.variables : [];
  expect(reports.map(({ key, kind }) => [key, kind])).toEqual([
    ["a#1", "global"],
    ["b#1", "constant"],
    ["c#1", "once"],
  ]);
  expect(reports[2]).toMatchObject({ why: expect.stringContaining("function"), preview: expect.stringContaining("ƒ") });
});

test("a generator commits at its yields", async () => {
  const program = (host: CompiledHost) => {
    const scores = host.init(0, []) as number[];
    const fn = host.fn(0, function* (n: number) {
      for (let i = 0; i < n; i++) {
        scores.push(i);
        yield scores.length;
      }
      scores.push(-1);
      if (n > 2) throw new Error("too many");
    });
    fixed(host, scores);
    return { default: gr.Interface({ fn, inputs: "number", outputs: "number" }) };
  };
  const one = setup(program);
  await one.load(tracker);
  expect(await one.call([2])).toMatchObject({ kind: "finished" });
  expect(one.room.values()).toEqual({ scores: [0, 1, -1] });
  expect(await one.call([3])).toMatchObject({ kind: "threw" });
  expect(one.room.values()).toEqual({ scores: [0, 1, -1, 0, 1, 2] });
});

test.each<[string, Program, string]>([
  [
    "exports nothing",
    () => ({}),
    "This module exports no app. Write export default before your function, gr.Interface(",
  ],
  [
    "exports something else",
    () => ({ default: 5 }),
    "The default export must be a gr.Interface(…), a gr.Blocks(…) or a function, but it is the number 5",
  ],
  [
    "makes two apps",
    () => {
      gr.Interface({ fn: () => 1, outputs: "number" });
      gr.Interface({ fn: () => 2, outputs: "number" });
      return {};
    },
    "This module makes 2 apps and exports none as its default.",
  ],
  [
    "has a State that cannot be copied",
    () => ({
      default: gr.Interface({ fn: () => ["", 1], inputs: gr.State({ a: Math.max }), outputs: ["text", gr.State()] }),
    }),
    "The initial value of gr.State must be able to be copied",
  ],
])("a module that %s is told so", async (_, program, message) => {
  const outcome = await setup((host) => (fixed(host), program(host))).load();
  expect(outcome.kind === "threw" ? outcome.error.message : "loaded").toContain(message);
});

test("the only app is used when there is no default export", async () => {
  const one = setup((host) => {
    fixed(host);
    gr.Interface({ fn: () => "hi", outputs: "text" }).launch();
    return {};
  });
  await one.load();
  expect(shown(await one.call([]))).toEqual(["hi"]);
});

test("a bare function is an app", async () => {
  const one = setup((host) => {
    fixed(host);
    return { default: (list: string[]) => list.push("x") };
  });
  const list = {
    name: "list",
    type: { kind: "state", of: { kind: "unknown" } },
    optional: false,
    defaultJson: "[]",
    help: "",
    range: null,
  } as const;
  await one.load({
    signature: { name: "add", title: "", description: "", parameters: [list], result: { kind: "number" } },
  });
  expect(shown(await one.call([undefined]))).toEqual([1]);
  expect(shown(await one.call([undefined]))).toEqual([2]);
  expect(one.session.values()).toEqual({ list: ["x", "x"] });
});

test("a call before loading rejects", async () => {
  const one = setup(scoreTracker);
  await expect(one.call([3])).rejects.toThrow("The module has not been loaded.");
  await expect(one.fresh([])).rejects.toThrow("The module has not been loaded.");
});

test("a patch that does not fit rejects: page and worker have parted", async () => {
  const one = setup(storeMessages);
  await one.load();
  const none = { numbered: [], whole: null, operations: [] };
  const wrong = { ...none, operations: [["drop", 99, "a"] as const] };
  const request = {
    id: "c",
    event: 0,
    inputs: ["a"],
    changed: [],
    ...nothingMore,
    grant: "write" as const,
    browser: [],
  };
  await expect(one.runtime.call({ ...request, room: wrong, session: none })).rejects.toThrow(
    "there is no container 99",
  );
  await expect(one.runtime.call({ ...request, room: none, session: wrong })).rejects.toThrow(
    "there is no container 99",
  );
  await expect(
    one.runtime.freshState({ id: "f", components: [1], deletes: false, grant: "none", room: none, session: wrong }),
  ).rejects.toThrow("container 99");
  expect(shown(await one.call(["a"]))).toEqual([{ "Current messages": "a", "Previous messages": [] }, "skip"]);
});

test("a State whose function throws when it is made anew answers that it threw", async () => {
  let times = 0;
  const initial = () => {
    if (times++ > 0) throw new Error("once only");
    return [];
  };
  const one = setup((host) => {
    fixed(host);
    return { default: gr.Interface({ fn: () => ["", []], inputs: gr.State(initial), outputs: ["text", gr.State()] }) };
  });
  await one.load();
  expect(await one.fresh([0])).toMatchObject({ kind: "threw", error: { message: "once only" } });
});

test("State that holds something of the room is a copy of it", async () => {
  const one = setup((host) => {
    const scores = host.init(0, [[1]]) as number[][];
    fixed(host, scores);
    const fn = (mine: unknown) => [scores, mine === null ? scores : mine];
    return { default: gr.Interface({ fn, inputs: gr.State(), outputs: ["json", gr.State()] }) };
  });
  await one.load(tracker);
  expect(shown(await one.call([undefined]))).toEqual([[[1]], "skip"]);
  expect(one.session.values()).toEqual({ mine: [[1]] });
  expect(shown(await one.call([undefined]))).toEqual([[[1]], "skip"]);
});
