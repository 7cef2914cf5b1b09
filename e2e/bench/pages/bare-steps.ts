// The floor of a global call: the steps that no design can leave out, written down plainly. Lock, read the head, one
// Comlink call into the sandboxed worker, one transaction; with several tabs, an announcement.

import type { Remote } from "comlink";
import type { Bare } from "../worker/bare.ts";
import type { Contestant } from "./contest.ts";

interface Head {
  readonly version: number;
}

/** As many as the app's calls that share a grant. */
const callsPerGrant = 16;

export async function openBareSteps(name: string, bare: Pick<Remote<Bare>, "push">): Promise<Contestant> {
  const db = await openDatabase(`bare-steps ${name}`);
  const channel = new BroadcastChannel(`bare-steps ${name}`);
  let seen = 0;
  let onChange: () => void = () => undefined;

  function advance(version: number): void {
    seen = Math.max(seen, version);
    onChange();
  }
  channel.onmessage = ({ data }: MessageEvent<{ readonly version: number }>) => advance(data.version);

  async function underLock(items: readonly unknown[]): Promise<void> {
    await navigator.locks.request(`bare-steps ${name}`, async () => {
      const head = await readHead(db);
      await Promise.all(items.map((item) => bare.push(item)));
      const version = (head?.version ?? 0) + items.length;
      await write(db, version, items);
      channel.postMessage({ version, items });
      advance(version);
    });
  }

  return {
    add: (item) => underLock([item]),
    async addAll(items) {
      for (let i = 0; i < items.length; i += callsPerGrant) await underLock(items.slice(i, i + callsPerGrant));
    },
    count: () => seen,
    subscribe: (listener) => void (onChange = listener),
  };
}

export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore("values");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function readHead(db: IDBDatabase): Promise<Head | undefined> {
  return new Promise((resolve, reject) => {
    const request = db.transaction("values").objectStore("values").get("head");
    request.onsuccess = () => resolve(request.result as Head | undefined);
    request.onerror = () => reject(request.error);
  });
}

/** One log entry for each item, up to `version`, and the head. */
export function write(db: IDBDatabase, version: number, items: readonly unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction("values", "readwrite", { durability: "relaxed" });
    const values = transaction.objectStore("values");
    items.forEach((item, i) => values.put({ item, time: Date.now() }, ["log", version - items.length + 1 + i]));
    values.put({ version } satisfies Head, "head");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.commit();
  });
}
