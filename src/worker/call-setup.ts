// What the tests of calls share: an app with fake graphs, called as the page calls it.

import { appDeclaration } from "../api/create-app.ts";
import * as gr from "../api/index.ts";
import type { CallOutcome, CallRequest, CallStep, WorkerEvent } from "../protocol/runtime.ts";
import type { AtomicSteps } from "./atomic-steps.ts";
import { createCallControl } from "./call-control.ts";
import { FakeGraph } from "./fake-graph.ts";
import { createLiveApp } from "./live-app.ts";
import { runCall } from "./run-call.ts";
import { defineStates } from "./session-states.ts";

export const plainRules = { whyNotData: () => null, toPlain: (value: unknown): unknown => structuredClone(value) };

/** A session that is new. */
export const nothingStored = { madeBy: () => undefined, has: () => false };

/** An app with its graphs; `room` holds the list "scores". The page credits each yield at once unless told otherwise. */
export function setup(options: object, { credits = true } = {}) {
  const declaration = appDeclaration(Reflect.apply(gr.Interface, undefined, [options]));
  if (!declaration) throw new Error("no app");
  const room = new FakeGraph();
  room.define("scores", "scores", []);
  const session = new FakeGraph();
  const states = defineStates(declaration, session, plainRules, nothingStored);
  const control = createCallControl();
  const warnings: string[] = [];
  const posted: { seq: number; step: CallStep }[] = [];
  const post = (event: WorkerEvent) => {
    if (event.type !== "yield") return;
    posted.push({ seq: event.seq, step: structuredClone(event.step) });
    if (credits) control.credit(event.seq);
  };
  let steps: AtomicSteps | null = null;
  let clock = 0;
  let turns = 0;
  const call = (
    inputs: readonly unknown[],
    grant: CallRequest["grant"] = "write",
    changed: CallRequest["changed"] = [],
  ): Promise<CallOutcome> =>
    runCall(
      { id: "call", event: 0, inputs, changed, grant, validates: false, next: { component: 0, event: 0, oldest: 0 } },
      {
        app: createLiveApp(declaration),
        render: () => {
          throw new Error("nothing renders here");
        },
        graphs: { room, session, browser: [] },
        states,
        control,
        patchRoom: () => undefined,
        setSteps: (made) => (steps = made),
        post,
        warn: (text) => void warnings.push(text),
        toErrorData: (thrown) => ({
          name: "E",
          message: thrown instanceof Error ? thrown.message : String(thrown),
          frames: [],
        }),
        nowMs: () => clock++,
        async turn() {
          turns++;
          await new Promise((resolve) => setTimeout(resolve));
        },
      },
    );
  const state = () => states.get(declaration.states[0]?.component ?? -1);
  return { call, steps: () => steps, room, session, posted, warnings, control, state, states, turns: () => turns };
}

export const skip = { kind: "skip" };
export const value = (of: unknown) => ({ kind: "value", value: of });
export const messageOf = (outcome: CallOutcome) => (outcome.kind === "threw" ? outcome.error.message : outcome.kind);
