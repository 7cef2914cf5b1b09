// What is stored of the only room of a profile, read past the app.

import { expect, type Page } from "@playwright/test";

export interface StoredRoom {
  readonly epoch: string;
  readonly version: number;
  /** Versions of the snapshots, newest first. */
  readonly snapshots: readonly number[];
  /** Versions of the log entries, in order. */
  readonly log: readonly number[];
  /** When they say they were made, in the same order. */
  readonly times: readonly number[];
  /** Parts of snapshots that the head does not know. */
  readonly strayParts: number;
  /** How often the room's lock was taken away from who had it. */
  readonly fence: number;
}

/** null if there is none. Works in any page of the site. */
export function readRoom(page: Page): Promise<StoredRoom | null> {
  return page.evaluate(async () => {
    interface Head {
      readonly epoch: string;
      readonly version: number;
      readonly snapshots: readonly { readonly id: string; readonly version: number }[];
      readonly fence?: number;
    }
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const [name] = names;
    if (name === undefined) return null;
    const db = await result(indexedDB.open(name));
    try {
      if (!db.objectStoreNames.contains("values")) return null;
      const store = db.transaction("values").objectStore("values");
      const [keys, values] = await Promise.all([result(store.getAllKeys()), result<unknown[]>(store.getAll())]);
      const found = keys.map((key, i) => ({ key: key as (string | number)[], value: values[i] }));
      const heads = found.filter(({ key }) => key[1] === "head");
      if (heads.length > 1) throw new Error("There is more than one room.");
      const head = heads[0]?.value as Head | undefined;
      if (!head) return null;
      const log = found.filter(({ key }) => key[1] === "log");
      const ids = head.snapshots.map(({ id }) => id);
      const parts = found.filter(({ key }) => key[1] === "snapshot" && key.length > 3);
      return {
        epoch: head.epoch,
        version: head.version,
        snapshots: head.snapshots.map(({ version }) => version),
        log: log.map(({ key }) => Number(key[2])),
        times: log.map(({ value }) => (value as { readonly time: number }).time),
        strayParts: parts.filter(({ key }) => !ids.includes(String(key[3]))).length,
        fence: head.fence ?? 0,
      };
    } finally {
      db.close();
    }
  });
}

/** The lock was free at once for who came next: after ten seconds of silence it would have been taken away. */
export async function expectNobodyTookTheLock(page: Page): Promise<void> {
  expect((await readRoom(page))?.fence, "how often the lock was taken away").toBe(0);
}

/** The log reaches without a gap from where the older snapshot ends, or from the beginning, to the head. */
export async function expectWholeLog(page: Page): Promise<StoredRoom> {
  const room = await readRoom(page);
  if (!room) throw new Error("No room is stored.");
  const { version, snapshots, log } = room;
  const from = (snapshots[1] ?? 0) + 1;
  expect(log, "the log").toEqual(Array.from({ length: version - from + 1 }, (_, i) => from + i));
  return room;
}
