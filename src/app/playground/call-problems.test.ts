import { createRoot, createSignal } from "solid-js";
import { expect, test } from "vitest";
import { createSession } from "../../state/session.ts";
import { createCallProblems } from "./call-problems.ts";
import type { CallResult } from "./run-call.ts";
import type { Loaded } from "./user-worker.ts";

const threw: CallResult = { kind: "threw", error: { name: "Error", message: "No.", frames: [] } };
const program = { insertions: [], places: [] } as unknown as Loaded["program"];

function createFakeUser() {
  const [session, renew] = createSignal(createSession({ hash: "a" }));
  return { session, refresh: () => renew(createSession({ hash: "b" })) };
}

function setup() {
  const [first, second] = [createFakeUser(), createFakeUser()];
  const [users, setUsers] = createSignal([first, second]);
  const problems = createRoot(() => createCallProblems(users));
  const end = (user: typeof first, result = threw) =>
    problems.ended(user, result, { program, network: [], session: user.session() });
  const messages = () => problems.all().map(({ message }) => message);
  return { first, second, setUsers, problems, end, messages };
}

test("a call that threw is a problem until a call of the same user ends well", () => {
  const { first, second, end, messages, problems } = setup();
  end(first);
  end(second);
  expect(messages()).toEqual(["No.", "No."]);
  end(first, { kind: "stopped" });
  expect(messages()).toEqual(["No."]);
  problems.clear();
  expect(messages()).toEqual([]);
});

test("a gr.Error that is no problem of the code is none, and ends the one before", () => {
  const { first, end, messages } = setup();
  const notice = { title: "Error", durationMs: null, visible: true, isProblem: false };
  end(first);
  end(first, { ...threw, error: { ...threw.error, notice } });
  expect(messages()).toEqual([]);
  end(first, { ...threw, error: { ...threw.error, notice: { ...notice, isProblem: true } } });
  expect(messages()).toEqual(["No."]);
});

test("a user who is refreshed or closed takes the problem along", () => {
  const { first, second, setUsers, end, messages } = setup();
  end(first);
  end(second);
  first.refresh();
  expect(messages()).toEqual(["No."]);
  setUsers([first]);
  expect(messages()).toEqual([]);
});
