// The service worker: answers from what is kept of its version, so that the site works without its server. It never takes
// the place of an older one by itself; the page asks the person first.

import type { KeepAnswer, Site, TakeOverAnswer, VersionRequest, WorkerRequest } from "../site.ts";
import { createKeptSite, isNamedByContents, isPageOf } from "./kept-site.ts";

/** The build writes it in front of this script (vite.config.ts). */
declare const site: Site;

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
const kept = createKeptSite({ site, scope, caches, fetch: (...request) => fetch(...request) });

/** A page that does not answer is frozen or still starting: then nothing is let go. */
const answerLimitMs = 3000;

worker.addEventListener("install", (event) => event.waitUntil(kept.keep()));

worker.addEventListener("activate", (event) => {
  // The first visit's page, too: what it loads later it finds even if the server has gone by then.
  event.waitUntil(
    worker.clients
      .claim()
      .then(kept.forgetOtherChoices)
      .then(() => tidy(null)),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const path = new URL(request.url).pathname.slice(new URL(scope).pathname.length);
  if (request.mode === "navigate") {
    if (path === "" || path === "index.html") event.respondWith(answer(kept.findPage(), request));
  } else if (isNamedByContents(path) || path in site.files) {
    event.respondWith(answer(kept.find(path), request));
  }
});

worker.addEventListener("message", (event) => {
  const request = event.data as WorkerRequest;
  switch (request.type) {
    case "keep":
      return event.waitUntil(keepAndTell(event.ports[0]));
    case "take over":
      return event.waitUntil(takeOver(event.ports[0]));
    case "tidy":
      return event.waitUntil(tidy(request.besides));
  }
});

async function answer(found: Promise<Response | undefined>, request: Request): Promise<Response> {
  return (await found) ?? fetch(request);
}

async function keepAndTell(port: MessagePort | undefined): Promise<void> {
  const tell = (kept: boolean) => port?.postMessage({ version: site.version, kept } satisfies KeepAnswer);
  await kept.keep().then(
    () => tell(true),
    // No network, or no room: what is missing is asked for again at the next visit.
    () => tell(false),
  );
}

/**
 * The worker before gives pages this version, too, until its last page has gone and the browser puts this one in its place.
 * To be put there sooner is asked for only if need be: browsers let the worker before end what it is at, and a page that
 * Chromium loads just when that one stops may never come.
 */
async function takeOver(port: MessagePort | undefined): Promise<void> {
  const chosen = await kept.choose().then(
    () => true,
    // No room.
    () => false,
  );
  port?.postMessage({ chosen } satisfies TakeOverAnswer);
  // What it promises comes true only once it has taken over, and an event that waits for that would keep this worker busy.
  if (!chosen) void worker.skipWaiting();
}

async function tidy(besides: string | null): Promise<void> {
  const others = await kept.others();
  if (others.length === 0) return;
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  // Pages of other sites of the origin would never answer.
  const pages = windows.filter(({ url }) => isPageOf(scope, url));
  const inUse = await Promise.all(pages.map(versionOf));
  if (inUse.includes(null)) return;
  for (const version of others) {
    // A newer one may be on its way into its cache.
    const { installing, waiting } = worker.registration;
    if (installing || (waiting && waiting !== worker.serviceWorker)) return;
    if (version !== besides && !inUse.includes(version)) await kept.drop(version);
  }
}

function versionOf(page: Client): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(typeof data === "string" ? data : null);
    setTimeout(() => resolve(null), answerLimitMs);
    page.postMessage({ type: "version" } satisfies VersionRequest, [port2]);
  });
}
