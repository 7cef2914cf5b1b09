import { expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { Room } from "../../state/room.ts";
import { createFakeUser, setup } from "./builds-setup.ts";
import type { Loading } from "./load-module.ts";
import { createUserWorker, type Loaded } from "./user-worker.ts";

test("a build attaches what it loaded and says that it is ready", async () => {
  const { builds, loads, first, host, released, loading } = setup();
  const building = builds.build({ patient: false });
  await loading();
  expect(builds.status()).toEqual({ kind: "loading", slow: false, waitsFor: [] });
  loads[0]?.gate.resolve();
  await building;
  expect(builds.status()).toEqual({ kind: "ready" });
  expect(first.attach).toHaveBeenCalledTimes(1);
  expect(host.onBuilt).toHaveBeenCalledTimes(1);
  expect(released).toEqual([]);
});

test("the newest build wins: an older one changes nothing, and its workers and its room are let go", async () => {
  const { builds, loads, first, released, loading, edit } = setup();
  const old = builds.build({ patient: false });
  await loading();
  edit("b");
  const newer = builds.build({ patient: false });
  await loading(2);
  loads[1]?.gate.resolve();
  await Promise.all([old, newer]);
  expect(loads[0]?.abandoned).toBe(true);
  expect(released.length).toBe(1);
  expect(first.attach).toHaveBeenCalledTimes(1);
  expect(builds.current()?.program.hash).toBe("b");
});

test("code that does not compile leaves what runs in place, and says why", async () => {
  const { builds, loads, first, loading, edit } = setup();
  const good = builds.build({ patient: false });
  await loading();
  loads[0]?.gate.resolve();
  await good;
  edit("bad");
  await builds.build({ patient: true });
  expect(builds.status()).toEqual({ kind: "failed" });
  expect(builds.problems().map(({ message }) => message)).toEqual(["No."]);
  expect(builds.current()?.program.hash).toBe("a");
  expect(first.attach).toHaveBeenCalledTimes(1);
});

test("a room that does not open is a build that failed, with the reason", async () => {
  const { builds, host } = setup();
  host.openRoom = () => Promise.reject(new Error("The disk is gone."));
  await builds.build({ patient: false });
  expect(builds.status()).toEqual({ kind: "failed" });
  expect(builds.problems().map(({ message }) => message)).toEqual(["The disk is gone."]);
});

test("a patient build waits for the call that is under way", async () => {
  const { builds, loads, first, loading } = setup();
  const call = createDeferred<void>();
  const waited = vi.spyOn(first.user, "idle");
  first.call.under = call.promise;
  const building = builds.build({ patient: true });
  await loading();
  loads[0]?.gate.resolve();
  await vi.waitFor(() => expect(waited).toHaveBeenCalled());
  expect(first.attach).not.toHaveBeenCalled();
  call.resolve();
  await building;
  expect(first.attach).toHaveBeenCalledTimes(1);
});

test("Stop ends a load that does not end, and lets its room go", async () => {
  const { builds, loads, released, loading } = setup();
  const building = builds.build({ patient: false });
  await loading();
  builds.stop();
  await building;
  expect(loads[0]?.abandoned).toBe(true);
  expect(released.length).toBe(1);
  expect(builds.status()).toEqual({ kind: "failed" });
  expect(builds.problems()[0]?.code).toBe("stopped");
});

test("a user who came while a build loaded is started with what it built", async () => {
  const { builds, loads, users, loading } = setup();
  const building = builds.build({ patient: false });
  await loading();
  const late = createFakeUser();
  users.push(late.user);
  loads[0]?.gate.resolve();
  await building;
  expect(late.attach).not.toHaveBeenCalled();
  expect(late.start).toHaveBeenCalledTimes(1);
});

test("a user refreshed while a build loads gets what it built", async () => {
  const { builds, host, loads, users, loading } = setup();
  const ended: string[] = [];
  const started = vi.fn();
  const worker = createUserWorker({
    load: (session) => started(session) as Loading,
    onAttach: () => undefined,
  });
  started.mockImplementation(() => {
    const link = { end: () => ended.push("started") };
    return { done: Promise.resolve({ loaded: { session: worker.session(), link }, reports: [] }), abandon: link.end };
  });
  const { user } = createFakeUser();
  users.splice(0, 1, { ...user, session: worker.session, attach: worker.attach, start: worker.start });
  const load = host.load;
  host.load = (user, build) => {
    const { done, abandon } = load(user, build);
    const link = { end: () => ended.push("built") } as unknown as Loaded["link"];
    return { done: done.then(({ loaded, reports }) => ({ loaded: { ...loaded, link }, reports })), abandon };
  };
  const building = builds.build({ patient: false });
  await loading();
  worker.renew();
  loads[0]?.gate.resolve();
  await building;
  await vi.waitFor(() => expect(worker.loaded()?.session).toBe(worker.session()));
  expect(ended).toEqual(["built"]);
});

test("while the first build of another document is under way, the one before does not count as ready", async () => {
  const { builds, loads, loading } = setup();
  const first = builds.build({ patient: false });
  await loading();
  loads[0]?.gate.resolve();
  await first;
  builds.forget();
  expect(builds.current()).toBeNull();
  expect(builds.status()).toEqual({ kind: "compiling" });
});

test("a room that lacks calls committed during the load is opened and loaded again before it is entered", async () => {
  const { builds, host, loads, released, first, loading } = setup();
  const rooms = [{}, {}] as Room[];
  let opened = 0;
  host.openRoom = () => Promise.resolve(rooms[opened++] as Room);
  host.isBehind = (room) => room === rooms[0];
  const building = builds.build({ patient: true });
  await loading();
  loads[0]?.gate.resolve();
  await loading(2);
  expect([first.attach.mock.calls.length, loads[0]?.abandoned]).toEqual([0, true]);
  expect(released).toEqual([rooms[0]]);
  loads[1]?.gate.resolve();
  await building;
  expect(first.attach).toHaveBeenCalledTimes(1);
  expect(builds.current()?.room).toBe(rooms[1]);
});

test("where calls change the room all the time, they are held up, and the app is replaced at last", async () => {
  const { builds, host, loads, first, loading } = setup();
  const seen: string[] = [];
  let held = false;
  host.isBehind = () => !held;
  host.holdStill = () => {
    held = true;
    seen.push(`held after ${loads.length}`);
    return Promise.resolve(() => void seen.push(`let go, ${first.attach.mock.calls.length} attached`));
  };
  const building = builds.build({ patient: true });
  for (let count = 1; count <= 3; count++) {
    await loading(count);
    loads[count - 1]?.gate.resolve();
  }
  await building;
  expect(seen).toEqual(["held after 2", "let go, 1 attached"]);
  expect(builds.status()).toEqual({ kind: "ready" });
});

test("where they cannot be held up either, the app is replaced all the same", async () => {
  const { builds, host, loads, first, loading } = setup();
  host.isBehind = () => true;
  const building = builds.build({ patient: false });
  for (let count = 1; count <= 3; count++) {
    await loading(count);
    loads[count - 1]?.gate.resolve();
  }
  await building;
  expect(first.attach).toHaveBeenCalledTimes(1);
});

test("a patient build says that it waits for calls to end", async () => {
  const { builds, loads, first, loading } = setup();
  const call = createDeferred<void>();
  first.call.under = call.promise;
  const building = builds.build({ patient: true });
  await loading();
  loads[0]?.gate.resolve();
  await vi.waitFor(() => expect(builds.status()).toEqual({ kind: "waiting" }));
  call.resolve();
  await building;
  expect(builds.status()).toEqual({ kind: "ready" });
});
