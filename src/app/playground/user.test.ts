import { expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { Operation } from "../../protocol/operation.ts";
import type { CallRequest } from "../../protocol/runtime.ts";
import { type EndReason, type SandboxWorker, WorkerEndedError } from "../../sandbox/sandbox-worker.ts";
import type { UncheckedEvent, UncheckedOutcome } from "../../sandbox/unchecked.ts";
import type { AppSpec } from "../../spec/app-spec.ts";
import { testCall, testComponent, testEvent } from "../../spec/component-for-tests.ts";
import { defineList, enter, push, setup as setupRooms } from "../../state/room-setup.ts";
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
  const state = { over: false, stops: 0, credits: 0 };
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
    ping: () => Promise.resolve(true),
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
  return { worker: worker as unknown as SandboxWorker, calls, state, emitYield };
}

function appWith(writes: boolean, generator = false): AppSpec {
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
    ],
    events: [
      testEvent({
        inputs: [0],
        triggers: [{ kind: "component", component: 1, event: "click" }],
        action: { ...testCall, writes, generator },
      }),
    ],
  };
}

async function setup({ writes, generator = false }: { writes: boolean; generator?: boolean }) {
  const { room } = await setupRooms().openTab("a");
  const { added } = await room.define(defineList);
  const [listKey = ""] = added;
  const loads: ReturnType<typeof createLoad>[] = [];

  function createLoad(session: Session) {
    const fake = createFakeWorker();
    const link = createWorkerLink(fake.worker, room, session);
    const done = createDeferred<{ loaded: Loaded; reports: [] }>();
    const program = { hash: "h", insertions: [], places: [] } as unknown as Loaded["program"];
    const loaded = {
      program,
      app: appWith(writes, generator),
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

const returned = (room: readonly Operation[]): UncheckedOutcome => ({
  kind: "returned",
  durationMs: 1,
  step: { outputs: [], room, session: [], browser: [] },
});

test("Stop ends a call that takes no lock", async () => {
  const { user, load, press, pressed } = await setup({ writes: false });
  press();
  await pressed();
  user.stop();
  expect(load(0).state.stops).toBe(1);
  await vi.waitFor(() => expect(load(0).state.over).toBe(true));
});

test.each([
  { what: "a call that writes says that its changes were undone", writes: true, generator: false, says: /^What it/ },
  { what: "a generator keeps what it yielded", writes: true, generator: true, says: /after its last yield/ },
  { what: "a call that only reads has nothing to undo", writes: false, generator: false, says: /^$/ },
])("after Stop the card says so: $what", async ({ writes, generator, says }) => {
  const { user, load, call, press, pressed } = await setup({ writes, generator });
  press();
  await pressed();
  user.stop();
  call().answer({ kind: "stopped", durationMs: 1 });
  await vi.waitFor(() => expect(user.last()?.stopped).toMatch(says));
  expect(load(0).state.stops).toBe(1);
});

test("an error says what became of what the call had changed", async () => {
  const { user, call, press, pressed } = await setup({ writes: true });
  press();
  await pressed();
  call().answer({ kind: "threw", durationMs: 1, error: { name: "Error", message: "no", frames: [] } });
  await vi.waitFor(() => expect(user.error()?.after).toBe("What it changed was undone."));
});

test("after Stop another worker takes the place of the ended one, with the same session", async () => {
  const { user, loads, load, press, pressed } = await setup({ writes: true });
  press();
  await pressed();
  user.stop();
  await vi.waitFor(() => expect(loads.length).toBe(2));
  load(1).finish();
  await vi.waitFor(() => expect(user.busy()).toBe(false));
  expect(load(1).session).toBe(load(0).session);
  expect(user.error()).toBeNull();
});

test("a call that has been answered is committed although Stop is pressed, and keeps its worker", async () => {
  const { user, room, loads, load, call, press, pressed } = await setup({ writes: true });
  const disk = createDeferred<void>();
  const committing = vi.fn();
  const realEnter = room.enter.bind(room);
  room.enter = async (options) => {
    const lease = await realEnter(options);
    const commit = lease.commit.bind(lease);
    lease.commit = async (...parameters) => {
      committing();
      await disk.promise;
      return commit(...parameters);
    };
    return lease;
  };
  press();
  await pressed();
  call().answer(returned([push(room, 1)]));
  await vi.waitFor(() => expect(committing).toHaveBeenCalled());
  user.stop();
  disk.resolve();
  await vi.waitFor(() => expect(user.last()?.version).toBe(2));
  expect(load(0).state).toMatchObject({ stops: 0, over: false });
  expect(loads.length).toBe(1);
});

test("a refresh that is pressed twice ends with a worker of the session that there is", async () => {
  const { user, loads, load } = await setup({ writes: false });
  user.refresh();
  user.refresh();
  load(2).finish();
  load(1).finish();
  await vi.waitFor(() => expect(user.busy()).toBe(false));
  const alive = loads.filter(({ state }) => !state.over);
  expect(alive.map(({ session }) => session)).toEqual([user.session()]);
});

test("what is pressed while a worker starts is called once it has", async () => {
  const { user, load, press } = await setup({ writes: false });
  user.refresh();
  press();
  press();
  load(1).finish();
  await vi.waitFor(() => expect(load(1).calls.length).toBe(1));
  load(1).calls[0]?.answer(returned([]));
  await vi.waitFor(() => expect(user.busy()).toBe(false));
  expect(load(1).calls.length).toBe(1);
});

test("what was pressed before a refresh is not called after it", async () => {
  const { user, load, press } = await setup({ writes: false });
  user.refresh();
  press();
  user.refresh();
  load(2).finish();
  await vi.waitFor(() => expect(user.busy()).toBe(false));
  expect(load(2).calls.length).toBe(0);
});

test("closing a user while its worker starts ends that worker", async () => {
  const { user, load } = await setup({ writes: false });
  user.refresh();
  user.dispose();
  load(1).finish();
  expect(load(1).state.over).toBe(true);
});

test("a call that waited in the queue gets what was submitted, not what was typed since", async () => {
  const { user, room, call, press, pressed } = await setup({ writes: true });
  user.edit(0, "submitted");
  const lease = await enter(room);
  press();
  user.edit(0, "typed later");
  lease.release();
  await pressed();
  expect(call().request.inputs).toEqual(["submitted"]);
});

test("a generator whose commit fails is ended, says so, and lets the next one in", async () => {
  const { user, room, load, call, press, pressed } = await setup({ writes: true });
  const realEnter = room.enter.bind(room);
  room.enter = async (options) => {
    const lease = await realEnter(options);
    lease.commit = () => Promise.reject(new Error("The disk is full."));
    return lease;
  };
  press();
  await pressed();
  load(0).emitYield(call().request.id, 1, [push(room, 1)]);
  await vi.waitFor(() => expect(user.error()?.message).toBe("The disk is full."));
  expect(load(0).state.over).toBe(true);
  room.enter = realEnter;
  (await enter(room)).release();
});

test("a worker that sends what fits nothing is ended and replaced", async () => {
  const { user, loads, load, call, press, pressed } = await setup({ writes: true });
  press();
  await pressed();
  load(0).emitYield(call().request.id, 1, [["nonsense"]]);
  await vi.waitFor(() => expect(loads.length).toBe(2));
  expect(load(0).state.over).toBe(true);
  expect(user.error()).not.toBeNull();
});

test("a worker that dies while idle is started again by the next press, which then counts", async () => {
  const { user, loads, load, press } = await setup({ writes: false });
  load(0).worker.end("crashed");
  await vi.waitFor(() => expect(user.error()?.title).toContain("crashed"));
  expect(loads.length).toBe(1);
  press();
  load(1).finish();
  await vi.waitFor(() => expect(load(1).calls.length).toBe(1));
});

test("a user whose variable was discarded elsewhere loads again, which defines it anew", async () => {
  const { room, loads, listKey } = await setup({ writes: false });
  await room.change("Discard", () => [["unslot", listKey]]);
  await vi.waitFor(() => expect(loads.length).toBe(2));
});

test("a load that hangs after Stop can be stopped in its turn, with words, and the next press tries again", async () => {
  const { user, loads, load, press, pressed } = await setup({ writes: false });
  press();
  await pressed();
  user.stop();
  await vi.waitFor(() => expect(loads.length).toBe(2));
  // The second click of two that meant the call.
  user.stop();
  expect(load(1).state.over).toBe(false);
  await vi.waitFor(() => expect(user.slow()).toBe(true), { timeout: 4000 });
  user.stop();
  expect(load(1).state.over).toBe(true);
  expect([user.busy(), user.slow()]).toEqual([false, false]);
  expect(user.error()?.message).toContain("Stopped before the module had finished loading");
  press();
  await vi.waitFor(() => expect(loads.length).toBe(3));
  load(2).finish();
  await vi.waitFor(() => expect(load(2).calls.length).toBe(1));
  expect(user.error()).toBeNull();
});
