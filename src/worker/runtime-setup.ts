// What the tests of the runtime share: workers without threads, and a page that commits what they say.

import * as api from "../api/index.ts";
import { numberOperations } from "../journal/number-operations.ts";
import { Replica } from "../journal/replica.ts";
import type { CompiledHost } from "../protocol/host.ts";
import { noPackages } from "../protocol/package-code.ts";
import { emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";
import type { CallOutcome, LoadOutcome, LoadRequest, Patch, WorkerEvent } from "../protocol/runtime.ts";
import { functionApp } from "../spec/function-app.ts";
import { rendering } from "./render-part.ts";
import { createRuntime } from "./runtime.ts";

type Module = LoadRequest["module"];
export type Program = (host: CompiledHost) => Record<string, unknown>;

/** A worker of one user. What it says is committed to `room` and `session`, as the page would. */
export function setup(program: Program, room = new Committed(), session = new Committed()) {
  let host: CompiledHost | null = null;
  const runtime = createRuntime({
    api,
    rendering,
    functionApp,
    async evaluate() {
      if (!host) throw new Error("no host");
      return program(host);
    },
    setHost: (made) => void (host = made),
    post: (event: WorkerEvent) => {
      if (event.type !== "yield") return;
      take(event.step);
      runtime.credit(event.call, event.seq);
    },
    warn: () => {},
    moduleUrls: () => ["interstate:///playground.ts"],
    nowMs: () => 0,
    afterMs: () => {},
    turn: () => Promise.resolve(),
  });
  const roomView = room.view();
  const sessionView = session.view();
  const take = (step: { room: readonly Operation[]; session: readonly Operation[] }) => {
    roomView.commit(step.room);
    sessionView.commit(step.session);
  };

  async function load(module: Partial<Module> = {}): Promise<LoadOutcome> {
    const request = { room: roomView.start(), session: sessionView.start() };
    const whole = { hash: "h", code: "", variables: [], functions: [], signature: null, packages: [], ...module };
    const outcome = structuredClone(await runtime.load({ module: whole, packages: noPackages, ...request }));
    if (outcome.kind === "loaded") take(outcome);
    return outcome;
  }
  async function call(inputs: readonly unknown[], grant: "write" | "none" = "write"): Promise<CallOutcome> {
    const request = {
      id: "c",
      event: 0,
      inputs,
      changed: [],
      ...nothingMore,
      grant,
      room: roomView.patch(),
      session: sessionView.patch(),
      browser: [],
    };
    const outcome = structuredClone(await runtime.call(structuredClone(request)));
    if (outcome.kind === "returned") take(outcome.step);
    return outcome;
  }
  async function fresh(components: readonly number[]): Promise<CallOutcome> {
    const patches = { room: roomView.patch(), session: sessionView.patch() };
    const outcome = structuredClone(
      await runtime.freshState({ id: "f", components, deletes: false, grant: "none", ...patches }),
    );
    if (outcome.kind === "returned") take(outcome.step);
    return outcome;
  }
  return { runtime, load, call, fresh, room, session };
}

/** For a call that says nothing special. */
export const nothingMore = {
  validates: false,
  facts: { sessionHash: "s", target: null, data: null },
  next: { component: 100, event: 100, oldest: 100 },
} as const;

/** What is committed of a graph, with the views that workers have of it. */
class Committed {
  replica: Replica | null = null;
  readonly log: Operation[][] = [];

  values(): Record<string, unknown> {
    const { replica } = this;
    const slots = replica ? [...replica.slots()] : [];
    return Object.fromEntries(slots.map(([, { info, value }]) => [info.name, replica?.toPlain(value)]));
  }

  view() {
    let seen = 0;
    let known = new Map<number, number>();
    return {
      start: (): GraphData | null => {
        seen = this.log.length;
        return this.replica ? structuredClone(this.replica.toData()) : null;
      },
      commit: (operations: readonly Operation[]) => {
        if (operations.length === 0) return;
        this.replica ??= Replica.from(emptyGraph);
        const numbered = numberOperations(operations, this.replica.nextId, known);
        const slots = this.replica.slots();
        const renewed = numbered.flatMap(([kind, key]): Operation[] =>
          kind === "slot" && slots.has(key) ? [["unslot", key]] : [],
        );
        const made = numbered.filter(([kind]) => kind === "new");
        const rest = numbered.filter(([kind]) => kind !== "new");
        const whole = [...this.replica.withTouched([...made, ...renewed, ...rest])];
        this.replica.apply(whole);
        if (seen === this.log.length) seen++;
        this.log.push(whole);
      },
      patch: (): Patch => {
        const patch = { numbered: [...known], whole: null, operations: this.log.slice(seen).flat() };
        known = new Map();
        seen = this.log.length;
        return patch;
      },
    };
  }
}

export const variable = (name: string, role: "shared" | "constant" = "shared"): Module["variables"][number] => ({
  name,
  key: `${name}#1`,
  made: "",
  declaration: "const",
  isLocal: false,
  role,
  why: "",
  range: { line: 1, column: 1, endLine: 1, endColumn: 1 },
});
export const fixed = (host: CompiledHost, ...values: readonly unknown[]) =>
  host.bind(values.map((value) => ({ get: () => value, set() {} })));
export const shown = (outcome: CallOutcome) =>
  outcome.kind === "returned"
    ? outcome.step.outputs.map((output) => (output.kind === "value" ? output.value : output.kind))
    : outcome;
