// Keeps the site for working offline, once the first app is usable and the page has gone quiet, and tells how far it is.

import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import type { Offline, OfflineStatus } from "../offline/offline.ts";

export interface KeptOffline {
  readonly status: Accessor<OfflineStatus>;
  /** Settles when the next load of the page gets the newer version. */
  update(): Promise<void>;
}

/** Without anything being loaded for so long, a page has what it needs. */
const quietMs = 2000;

/** `isUsable`: whether the app takes input. */
export function keepOffline(isUsable: Accessor<boolean>): KeptOffline {
  const [offline, setOffline] = createSignal<Offline | null>(null);
  const [status, setStatus] = createSignal<OfflineStatus>({ ready: false, newer: false, late: false });
  let begun = !isPossible();

  createEffect(() => {
    if (begun || !isUsable()) return;
    begun = true;
    void begin().then(setOffline);
  });
  createEffect(() => {
    const unsubscribe = offline()?.subscribe(setStatus);
    if (unsubscribe) onCleanup(unsubscribe);
  });

  return {
    status,
    update: async () => offline()?.update(),
  };
}

/**
 * Not in somebody else's page: what it frames is kept apart from the site itself. Nor where the person wants to save
 * data: all of it is 12 MB.
 */
function isPossible(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return import.meta.env.PROD && "serviceWorker" in navigator && window.top === window && connection?.saveData !== true;
}

async function begin(): Promise<Offline | null> {
  const version = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "";
  await whenQuiet();
  try {
    const { openOffline } = await import("../offline/offline.ts");
    return await openOffline(version, "./service-worker.js");
  } catch {
    // A browser that forbids it, as in some private windows: the site works, as long as its server does.
    return null;
  }
}

function whenQuiet(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(done, quietMs);
    const observer = new PerformanceObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, quietMs);
    });
    observer.observe({ type: "resource" });
  });
}
