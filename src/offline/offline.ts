// The page's side of working offline: starts the service worker once there is time for it, and says whether all is kept
// and whether a newer version waits. Loaded lazily: a first visit has better things to do.

import type { KeepAnswer, VersionRequest, WorkerRequest } from "./site.ts";

export interface OfflineStatus {
  /** Everything works without the server from now on. */
  readonly ready: boolean;
  /** The next load of the page gets another version of the site, once `update` has been called. */
  readonly newer: boolean;
}

export interface Offline {
  get(): OfflineStatus;
  /** Calls at once, and after each change. */
  subscribe(listener: (status: OfflineStatus) => void): () => void;
  /** Lets the newer version take the place of this one; then the page is to be loaded again. Other tabs go on. */
  update(): Promise<void>;
}

/** Long-lived tabs ask from time to time whether there is a newer version. */
const updateEveryMs = 60 * 60_000;

/** `version`: of the page. `url`: of the service worker. Rejects where the browser refuses one. */
export async function openOffline(
  version: string,
  url: string,
  container: ServiceWorkerContainer = navigator.serviceWorker,
): Promise<Offline> {
  let status: OfflineStatus = { ready: false, newer: false };
  const listeners = new Set<(status: OfflineStatus) => void>();

  container.addEventListener("message", ({ data, ports }: MessageEvent<unknown>) => {
    if ((data as VersionRequest | null)?.type === "version") ports[0]?.postMessage(version);
  });
  container.startMessages();
  const registration = await container.register(url);

  async function look(): Promise<void> {
    const [active, waiting] = await Promise.all([ask(registration.active), ask(registration.waiting)]);
    const ready = active?.version === version && active.kept;
    const next = waiting ?? (container.controller ? active : null);
    status = { ready, newer: next !== null && next.version !== version };
    for (const listener of listeners) listener(status);
    if (ready && !waiting) send(registration.active, { type: "tidy" });
  }

  function follow(worker: ServiceWorker | null): void {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" || worker.state === "activated") void look();
    });
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
      const { waiting } = registration;
      if (!waiting) return;
      const taken = new Promise((resolve) => container.addEventListener("controllerchange", resolve, { once: true }));
      send(waiting, { type: "take over" });
      await taken;
    },
  };
}

function ask(worker: ServiceWorker | null): Promise<KeepAnswer | null> {
  if (!worker) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(isKeepAnswer(data) ? data : null);
    send(worker, { type: "keep" }, port2);
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
