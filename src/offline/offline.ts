// The page's side of working offline: starts the service worker once there is time for it, and says whether all is kept
// and whether a newer version waits. Loaded lazily: a first visit has better things to do.

import type { KeepAnswer, TakeOverAnswer, VersionRequest, WorkerRequest } from "./site.ts";

export interface OfflineStatus {
  /** Everything works without the server from now on. */
  readonly ready: boolean;
  /** The next load of the page gets another version of the site, once `update` has been called. */
  readonly newer: boolean;
  /** The browser takes its time over `update`, and nobody can say how long. */
  readonly late: boolean;
}

export interface Offline {
  get(): OfflineStatus;
  /** Calls at once, and after each change. */
  subscribe(listener: (status: OfflineStatus) => void): () => void;
  /** Lets the newer version take the place of this one. Settles when the page is to be loaded again. Other tabs go on. */
  update(): Promise<void>;
}

/** Long-lived tabs ask from time to time whether there is a newer version. */
const updateEveryMs = 60 * 60_000;
const lateMs = 5000;

/** `version`: of the page. `url`: of the service worker. Rejects where the browser refuses one. */
export async function openOffline(
  version: string,
  url: string,
  container: ServiceWorkerContainer = navigator.serviceWorker,
): Promise<Offline> {
  let status: OfflineStatus = { ready: false, newer: false, late: false };
  const listeners = new Set<(status: OfflineStatus) => void>();
  const installed = new Set<() => void>();

  function set(change: Partial<OfflineStatus>): void {
    status = { ...status, ...change };
    for (const listener of listeners) listener(status);
  }

  container.addEventListener("message", ({ data, ports }: MessageEvent<unknown>) => {
    if ((data as VersionRequest | null)?.type === "version") ports[0]?.postMessage(version);
  });
  container.startMessages();
  const registration = await container.register(url);

  async function look(): Promise<void> {
    const [active, waiting] = await Promise.all([keep(registration.active), keep(registration.waiting)]);
    // Once chosen, a version works offline although its service worker still waits.
    const own = [active, waiting].find((worker) => worker?.version === version);
    const next = waiting ?? (container.controller ? active : null);
    set({ ready: own ? own.kept : status.ready, newer: next !== null && next.version !== version });
    if (!own?.kept) return;
    if (!waiting) send(registration.active, { type: "tidy", besides: null });
    else if (own === waiting && active) send(registration.waiting, { type: "tidy", besides: active.version });
  }

  function follow(worker: ServiceWorker | null): void {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" || worker.state === "activated") void look();
      if (worker.state === "installed") for (const listener of installed) listener();
    });
  }

  /** Whether the next page is of its version. false: another one waits in its place. */
  function takesOver(waiting: ServiceWorker): Promise<boolean> {
    const stop = new AbortController();
    const outcome = new Promise<boolean>((resolve) => {
      container.addEventListener("controllerchange", () => resolve(true), { signal: stop.signal });
      const onInstalled = () => resolve(false);
      installed.add(onInstalled);
      stop.signal.addEventListener("abort", () => installed.delete(onInstalled));
      void ask(waiting, { type: "take over" }, isTakeOverAnswer).then((answer) => {
        if (answer?.chosen) resolve(true);
      });
    });
    return outcome.finally(() => stop.abort());
  }

  for (const worker of [registration.installing, registration.waiting, registration.active]) follow(worker);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  container.addEventListener("controllerchange", () => void look());
  setInterval(() => {
    // Without network there is nothing new.
    if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
  }, updateEveryMs);
  void look();

  return {
    get: () => status,
    subscribe(listener) {
      listener(status);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async update() {
      const late = setTimeout(() => set({ late: true }), lateMs);
      // A still newer version may come meanwhile; then the one that was asked does not count any more.
      while (registration.waiting && !(await takesOver(registration.waiting)));
      clearTimeout(late);
      set({ late: false });
    },
  };
}

async function keep(worker: ServiceWorker | null): Promise<KeepAnswer | null> {
  return worker && ask(worker, { type: "keep" }, isKeepAnswer);
}

function ask<T>(
  worker: ServiceWorker,
  request: WorkerRequest,
  isAnswer: (value: unknown) => value is T,
): Promise<T | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(isAnswer(data) ? data : null);
    send(worker, request, port2);
  });
}

function send(worker: ServiceWorker | null, request: WorkerRequest, ...ports: MessagePort[]): void {
  worker?.postMessage(request, ports);
}

function isKeepAnswer(value: unknown): value is KeepAnswer {
  if (typeof value !== "object" || value === null) return false;
  const { version, kept } = value as Partial<Record<keyof KeepAnswer, unknown>>;
  return typeof version === "string" && typeof kept === "boolean";
}

function isTakeOverAnswer(value: unknown): value is TakeOverAnswer {
  return typeof value === "object" && value !== null && typeof (value as { chosen?: unknown }).chosen === "boolean";
}
