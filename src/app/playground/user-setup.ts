// For tests only: a user whose worker's answers the test gives, in a room that is real.

import { expect, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { Operation } from "../../protocol/operation.ts";
import type { CallRequest } from "../../protocol/runtime.ts";
import { type EndReason, type SandboxWorker, WorkerEndedError } from "../../sandbox/sandbox-worker.ts";
import type { UncheckedEvent, UncheckedOutcome } from "../../sandbox/unchecked.ts";
import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";
import { testCall, testComponent, testEvent } from "../../spec/component-for-tests.ts";
import { defineList, setup as setupRooms } from "../../state/room-setup.ts";
import type { Session } from "../../state/session.ts";
import type { Loaded } from "./user-worker.ts";
import { createExampleCache } from "../../drafts/example-cache.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { createUser } from "./user.ts";
import { createWorkerLink } from "./worker-link.ts";

vi.stubGlobal("requestAnimationFrame", (frame: () => void) => setTimeout(frame, 1));
vi.stubGlobal("cancelAnimationFrame", (id: ReturnType<typeof setTimeout>) => clearTimeout(id));

/** A worker whose answers the test gives. */
function createFakeWorker() {
  const ended = createDeferred<EndReason>();
  const listeners = new Set<(event: UncheckedEvent) => void>();
  const calls: { request: CallRequest; answer(outcome: UncheckedOutcome): void }[] = [];
  const state = { over: false, stops: 0, credits: 0, pings: 0 };
  const worker = {
    call(request: CallRequest) {
      const answer = createDeferred<UncheckedOutcome>();
      calls.push({ request, answer: answer.resolve });
      const end = ended.promise.then((reason) => {
        throw new WorkerEndedError(reason);
      });
      return Promise.race([answer.promise, end]);
    },
    stop: () => void state.stops++,
    ping() {
      state.pings++;
      return Promise.resolve(!state.over);
    },
    atomic: () =>
      Promise.resolve({ kind: "returned", step: { outputs: [], room: [], session: [], browser: [] } } as const),
    settle: () => undefined,
    credit: () => void state.credits++,
    onEvent(listener: (event: UncheckedEvent) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ended: ended.promise,
    end(reason: EndReason) {
      state.over = true;
      ended.resolve(reason);
    },
  };
  const emitYield = (call: string, seq: number, room: unknown) =>
    listeners.forEach((listener) =>
      listener({ type: "yield", call, seq, step: { outputs: [], room, session: [], browser: [] } }),
    );
  const emitAtomic = (call: string, ask: number) =>
    listeners.forEach((listener) => listener({ type: "atomic", call, ask }));
  return { worker: worker as unknown as SandboxWorker, calls, state, emitYield, emitAtomic };
}

interface TestApp {
  readonly writes: boolean;
  readonly generator?: boolean;
  readonly mode?: EventSpec["mode"];
  /** Further events: 1 and so on. */
  readonly more?: readonly EventSpec[];
}

/** Events of components: the button's click is event 0. */
function appWith({ writes, generator = false, mode = "once", more = [] }: TestApp): AppSpec {
  return {
    kind: "interface",
    title: null,
    description: null,
    article: null,
    fillWidth: false,
    layout: { kind: "component", component: 0 },
    components: [
      testComponent("textbox", { label: "in", value: "a" }),
      testComponent("button", { id: 1, label: "go" }),
      testComponent("button", { id: 2, label: "other" }),
    ],
    events: [
      testEvent({
        inputs: [0],
        triggers: [{ kind: "component", component: 1, event: "click" }],
        action: { ...testCall, writes, generator },
        mode,
      }),
      ...more,
    ],
  };
}

export async function setup(app: TestApp) {
  const { room } = await setupRooms().openTab("a");
  const { added } = await room.define(defineList);
  const [listKey = ""] = added;
  const loads: ReturnType<typeof createLoad>[] = [];
  const program = { hash: "h", insertions: [], places: [] } as unknown as Loaded["program"];

  function createLoad(session: Session) {
    const fake = createFakeWorker();
    const link = createWorkerLink(fake.worker, room, session);
    const done = createDeferred<{ loaded: Loaded; reports: [] }>();
    const loaded = {
      program,
      app: appWith(app),
      room,
      network: [],
      session,
      link,
      slots: added,
      states: [],
    };
    return { ...fake, session, done, finish: () => done.resolve({ loaded, reports: [] }), abandon: link.end };
  }

  const user = createUser(1, {
    load(_, session) {
      const load = createLoad(session);
      loads.push(load);
      return { done: load.done.promise, abandon: load.abandon };
    },
    ended: () => undefined,
    session: () => undefined,
    closable: () => true,
    close: () => undefined,
    say: () => undefined,
    flag: () => Promise.resolve(),
    examples: createExampleCache(createMemoryStore()),
    goodbyes: { onGone: () => () => undefined, hear: () => () => undefined },
  });
  const load = (index: number) => {
    const found = loads[index];
    if (!found) throw new Error(`There is no load ${index}.`);
    return found;
  };
  const call = (index = 0) => {
    const found = load(index).calls[0];
    if (!found) throw new Error("Nothing was called.");
    return found;
  };
  void user.start();
  load(0).finish();
  await vi.waitFor(() => expect(user.busy()).toBe(false));
  const press = () => user.trigger(1, "click");
  const pressed = () => vi.waitFor(() => expect(load(0).calls.length).toBe(1));
  return { user, room, loads, load, call, press, pressed, listKey };
}

export const returned = (room: readonly Operation[]): UncheckedOutcome => ({
  kind: "returned",
  durationMs: 1,
  step: { outputs: [], room, session: [], browser: [] },
});
