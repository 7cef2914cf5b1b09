import { expect, test } from "vitest";
import "../../spec/other-kinds.ts";
import { graphOf } from "../../journal/from-plain.ts";
import { writeGraph } from "../../journal/graph-json.ts";
import type { ComponentSpec } from "../../spec/app-spec.ts";
import { testComponent } from "../../spec/component-for-tests.ts";
import { createSession } from "../../state/session.ts";
import { inputName, readBrought } from "./brought.ts";
import { writeParts } from "./brought-parts.ts";

const score = testComponent("number", { id: 0, label: "Score" });

/** A user of an app with these components, and what became of them. */
function userOf(components: readonly ComponentSpec[], session = createSession({ hash: "s" }), states: string[] = []) {
  const filled: unknown[] = [];
  const triggered: string[] = [];
  return {
    filled,
    triggered,
    session: () => session,
    states: () => states,
    component: (id: number) => components[id],
    change: (id: number, { value }: Readonly<Record<string, unknown>>) => void filled.push([id, value]),
    trigger: (id: number, event: string) => void triggered.push(`${id} ${event}`),
  };
}

function inputs(...values: readonly (readonly [component: ComponentSpec, value: unknown])[]) {
  return graphOf(values.map(([each, value]) => ({ key: String(each.id), name: inputName(each), value }))).data;
}

async function broughtWith(parts: Parameters<typeof writeParts>[0]) {
  const read = readBrought(await writeParts(parts));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

test("inputs get their values, and what listens to them hears of it", async () => {
  const rows = testComponent("checkboxgroup", { id: 1, label: "Picks" });
  const user = userOf([score, rows]);
  const brought = await broughtWith({ inputs: inputs([score, 5], [rows, ["a", "b"]]) });
  expect(brought.fill(user)).toBe(null);
  expect(user.filled).toEqual([
    [0, 5],
    [1, ["a", "b"]],
  ]);
  expect(user.triggered).toEqual(["0 change", "1 change"]);
});

test.each([
  ["of a component that is gone", [], 5],
  ["of a component of another kind", [testComponent("textbox", { label: "Score" })], 5],
  ["of a component of another name", [testComponent("number", { label: "Points" })], 5],
  ["of what nobody can type in", [testComponent("number", { label: "Score", interactive: false })], 5],
  ["that the component cannot hold", [score], "five"],
])("a value %s is left out, in words", async (_, components, value) => {
  const user = userOf(components);
  const brought = await broughtWith({ inputs: inputs([score, value]) });
  expect(brought.fill(user)).toBe("Some of what came along does not fit the code and was left out: “Score”.");
  expect(user.filled).toEqual([]);
});

test("a value that holds itself many times over is left out before anybody walks it", async () => {
  let value: unknown[] = ["x"];
  for (let i = 0; i < 60; i++) value = [value, value];
  const picks = testComponent("checkboxgroup", { id: 0, label: "Picks" });
  const user = userOf([picks]);
  const brought = await broughtWith({ inputs: inputs([picks, value]) });
  expect(brought.fill(user)).toContain("“Picks”");
  expect(user.filled).toEqual([]);
});

test("State that the app does not have is taken out of the session", async () => {
  const values = ["State 0#a", "State 1#b"].map((key) => ({ key, name: key.slice(0, 7), value: [key] }));
  const brought = await broughtWith({ session: graphOf(values).data });
  const session = createSession({ hash: "s", ...(brought.session && { data: brought.session }) });
  expect(brought.fill(userOf([], session, ["State 0#a"]))).toContain("“State 1”");
  expect([...session.replica.slots().keys()]).toEqual(["State 0#a"]);
});

test("only the variables of the code get into its room", async () => {
  const values = ["a#1", "b#2"].map((key) => ({ key, name: key.slice(0, 1), value: { key } }));
  const brought = await broughtWith({ global: graphOf(values).data });
  const seeded: unknown[] = [];
  const rooms = { seed: async (...args: readonly unknown[]) => void seeded.push(args) };
  const variable = { key: "a#1", name: "a", role: "shared", why: "" } as never;
  await brought.seed(rooms, "link:x~y", { variables: [variable] });
  expect(seeded).toMatchObject([["link:x~y", { slots: [["a#1", {}, ["ref", 1]]], containers: [[1, {}]] }]]);
  expect(brought.fill(userOf([]))).toContain("“b”");
});

test("snapshots have names by what is in them", async () => {
  const snapshot = async (value: unknown) =>
    (await broughtWith({ global: graphOf([{ key: "a", name: "a", value }]).data })).snapshot;
  expect(await snapshot([1])).toBe(await snapshot([1]));
  expect(await snapshot([1])).not.toBe(await snapshot([2]));
  expect((await broughtWith({ inputs: inputs([score, 5]) })).snapshot).toBe(null);
});

test.each([
  ["nothing", ""],
  ["no JSON", "{"],
  ["a number", "5"],
  ["null", "null"],
  ["no graph", '{"session":{}}'],
  ["a graph that does not hold together", '{"global":[2,[["a","a",1,0,null,[7]]],[]]}'],
  ["lists in lists without end", `{"inputs":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
])("%s is no state", (_, text) => {
  expect(readBrought(text)).toMatchObject({ ok: false, error: expect.stringContaining("is no state") });
});

test("what later versions add is left alone", async () => {
  const known = await writeGraph(inputs([score, 5]));
  const read = readBrought(JSON.stringify({ inputs: known, weather: [1] }));
  expect(read.ok && read.value.fill(userOf([score]))).toBe(null);
});
