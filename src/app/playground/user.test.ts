import { expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { enter, push } from "../../state/room-setup.ts";
import { returned, setup } from "./user-setup.ts";

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
