import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openOffline } from "./offline.ts";
import type { WorkerRequest } from "./site.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("MessageChannel", FakeChannel);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What is said on one end is heard on the other one in no time. */
class FakeChannel {
  readonly port1: { onmessage?: (event: { readonly data: unknown }) => void } = {};
  readonly port2 = { postMessage: (data: unknown) => this.port1.onmessage?.({ data }) };
}

/** The service worker of a version. `chosen`: its answer when it is asked to take over; null: it gives none. */
class FakeWorker extends EventTarget {
  state = "installed";
  readonly asked: string[] = [];
  readonly version: string;
  readonly chosen: boolean | null;

  constructor(version: string, chosen: boolean | null) {
    super();
    this.version = version;
    this.chosen = chosen;
  }

  postMessage(request: WorkerRequest, [port]: MessagePort[]): void {
    const { type } = request;
    this.asked.push(type === "tidy" && request.besides !== null ? `tidy besides ${request.besides}` : type);
    if (type === "keep") port?.postMessage({ version: this.version, kept: true });
    if (type === "take over" && this.chosen !== null) port?.postMessage({ chosen: this.chosen });
  }

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

async function setup({ chosen, page = "one" }: { readonly chosen: boolean | null; readonly page?: string }) {
  const active = new FakeWorker("one", null);
  const waiting = new FakeWorker("two", chosen);
  const registration = Object.assign(new EventTarget(), {
    ...{ active, waiting: waiting as FakeWorker | null, installing: null as FakeWorker | null },
  });
  const container = Object.assign(new EventTarget(), {
    controller: active,
    startMessages: () => undefined,
    register: async () => registration,
  });
  const offline = await openOffline(page, "worker.js", container as unknown as ServiceWorkerContainer);
  await vi.advanceTimersByTimeAsync(0);
  expect(offline.get().ready).toBe(true);
  const settled = vi.fn();
  const update = () => void offline.update().then(settled);
  /** As when a still newer version has been found: it waits in the place of the one that did. */
  const install = (worker: FakeWorker) => {
    registration.installing = worker;
    registration.dispatchEvent(new Event("updatefound"));
    Object.assign(registration, { installing: null, waiting: worker });
    worker.become("installed");
  };
  const takeOver = () => container.dispatchEvent(new Event("controllerchange"));
  return { offline, active, waiting, update, settled, install, takeOver };
}

test("an update has come once the newer version has taken over", async () => {
  const { waiting, update, settled, takeOver } = await setup({ chosen: false });
  update();
  expect(waiting.asked).toContain("take over");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(settled).not.toHaveBeenCalled();
  takeOver();
  await vi.advanceTimersByTimeAsync(0);
  expect(settled).toHaveBeenCalledOnce();
});

test("where the newer version is chosen, an update does not wait for it to take over", async () => {
  const { offline, update, settled } = await setup({ chosen: true });
  update();
  await vi.advanceTimersByTimeAsync(0);
  expect(settled).toHaveBeenCalledOnce();
  expect(offline.get().late).toBe(false);
});

test.each([false, null])("an update says when it takes its time: the newer version answers %o", async (chosen) => {
  const { offline, update, settled, takeOver } = await setup({ chosen });
  update();
  await vi.advanceTimersByTimeAsync(6000);
  expect(offline.get().late).toBe(true);
  expect(offline.get().newer).toBe(true);
  takeOver();
  await vi.advanceTimersByTimeAsync(0);
  expect(settled).toHaveBeenCalledOnce();
  expect(offline.get().late).toBe(false);
});

test("a still newer version that comes during an update is asked in the place of the one that was", async () => {
  const { update, settled, install } = await setup({ chosen: null });
  update();
  const third = new FakeWorker("three", true);
  install(third);
  await vi.advanceTimersByTimeAsync(0);
  expect(third.asked).toContain("take over");
  expect(settled).toHaveBeenCalledOnce();
});

test("a page of the chosen version works offline while its service worker still waits, and is told of no newer one", async () => {
  const { offline, active, waiting, install } = await setup({ chosen: true, page: "two" });
  expect(offline.get()).toEqual({ ready: true, newer: false, late: false });
  // The one that answers meanwhile keeps its own version, and has none to tidy.
  expect(waiting.asked).toEqual(["keep", "tidy besides one"]);
  expect(active.asked).toEqual(["keep"]);
  install(new FakeWorker("three", true));
  await vi.advanceTimersByTimeAsync(0);
  expect(offline.get()).toEqual({ ready: true, newer: true, late: false });
});

test("while a newer version waits that was not chosen, nothing is let go", async () => {
  const { active, waiting } = await setup({ chosen: true });
  expect([...active.asked, ...waiting.asked]).toEqual(["keep", "keep"]);
});
