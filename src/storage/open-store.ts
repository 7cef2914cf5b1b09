// Opens the database of this app, or says in words why there is only memory.

import { createConnection } from "./connection.ts";
import { createDatabaseStore } from "./database-store.ts";
import type { KeyValueStore } from "./key-value-store.ts";
import { toStorageError } from "./storage-error.ts";

export interface OpenStoreOptions {
  /** Where the app is served: one static host serves many sites from one origin. See `appPath`. */
  readonly path: string;
  /** Reading it may throw, hence a function. */
  readonly factory?: () => IDBFactory | undefined;
  readonly openTimeoutMs?: number;
  readonly transactionTimeoutMs?: number;
}

export interface OpenedStore {
  readonly store: KeyValueStore;
  /** Why nothing outlives the tab, for people; null if all is well. */
  readonly problem: string | null;
  /** Of a database that was given up: whether it answers after all, once that is known. It is not used then: see there. */
  readonly answersLater: Promise<boolean>;
}

/** Raised with every change that older code could not read. Their data stay apart, so an old tab never meets new data. */
export const storageFormat = 1;

export async function openStore(options: OpenStoreOptions): Promise<OpenedStore> {
  const { path, factory = () => globalThis.indexedDB, openTimeoutMs = 4000, transactionTimeoutMs = 15_000 } = options;
  const open = async (timeoutMs: number) => {
    const opened = factory();
    if (!opened) throw new DOMException("no IndexedDB", "NotAllowedError");
    const connection = createConnection({
      factory: opened,
      name: `${path}@${storageFormat}`,
      openTimeoutMs: timeoutMs,
      transactionTimeoutMs,
    });
    const store = createDatabaseStore(connection);
    await store.read({ keys: [] });
    return store;
  };
  try {
    return { store: await open(openTimeoutMs), problem: null, answersLater: Promise.resolve(false) };
  } catch (error) {
    const { message } = toStorageError(error);
    const { createMemoryStore } = await import("./memory-store.ts");
    return {
      store: createMemoryStore(),
      problem: `${message} Everything works, but is gone when you close the tab.`,
      // Some disks only take long. What is in memory by then is no continuation of what is stored, so nobody can put the
      // two together but the person, by loading the page again.
      answersLater: open(longestMs).then(
        () => true,
        () => false,
      ),
    };
  }
}

/** Browsers' timers take no more. */
const longestMs = 2 ** 31 - 1;

/** The directory of an address's path: what all stored and shared names of this app begin with. */
export function appPath(pathname: string): string {
  return pathname.slice(0, pathname.lastIndexOf("/") + 1);
}
