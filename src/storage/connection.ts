// The connection to the one database, as a store function for idb-keyval. Its own does not time out, reopen, or choose a
// durability. The database's version is never raised: another format is another database, so no tab blocks another.

import type { UseStore } from "idb-keyval";
import { StorageError, toStorageError } from "./storage-error.ts";

export interface ConnectionOptions {
  readonly factory: IDBFactory;
  readonly name: string;
  /** Some browsers' first open never settles. */
  readonly openTimeoutMs: number;
  /** Nor do some transactions, and whoever waits for one may hold a lock. */
  readonly transactionTimeoutMs: number;
}

/** A `UseStore` that also takes a durability. What keeps a transaction from starting comes out as a StorageError. */
export type Connection = <T>(
  mode: IDBTransactionMode,
  callback: (store: IDBObjectStore) => T | PromiseLike<T>,
  durability?: IDBTransactionDurability,
) => Promise<T>;

const storeName = "values";

export function createConnection(options: ConnectionOptions): Connection {
  let current: Promise<IDBDatabase> | null = null;

  function database(): Promise<IDBDatabase> {
    if (current) return current;
    const opening = openDatabase(options);
    const forget = (): void => {
      if (current === opening) current = null;
    };
    current = opening;
    opening.then((db) => {
      db.onclose = forget;
      // Another tab deletes the database (nobody raises its version): let it.
      db.onversionchange = () => {
        forget();
        db.close();
      };
    }, forget);
    return opening;
  }

  const connection: Connection = async (mode, callback, durability = "relaxed") => {
    for (let attempt = 1; ; attempt++) {
      const opening = database();
      let transaction: IDBTransaction;
      try {
        transaction = (await opening).transaction(storeName, mode, { durability });
      } catch (error) {
        if (current === opening) current = null;
        // Only while no transaction has started can trying again not do things twice.
        if (attempt === 1 && isLostConnection(error)) continue;
        throw toStorageError(error);
      }
      const working = Promise.resolve(callback(transaction.objectStore(storeName)));
      return within(options.transactionTimeoutMs, working, () => {
        if (current === opening) current = null;
        abandon(transaction);
      });
    }
  };
  return connection satisfies UseStore;
}

function openDatabase({ factory, name, openTimeoutMs }: ConnectionOptions): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    let abandoned = false;
    const abandon = (message: string): void => {
      abandoned = true;
      reject(new StorageError("refused", message));
    };
    const timer = setTimeout(() => abandon("This browser's database does not answer."), openTimeoutMs);
    request.onblocked = () => {
      clearTimeout(timer);
      abandon("Another tab keeps this browser's database from being opened.");
    };
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      if (abandoned) request.result.close();
      else resolve(request.result);
    };
  });
}

function within<T>(timeoutMs: number, working: Promise<T>, giveUp: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const message = `This browser's database has not answered for ${timeoutMs / 1000} seconds.`;
      reject(new StorageError("lost", message));
      giveUp();
    }, timeoutMs);
    working.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}

/** What comes next gets another connection, and does not wait behind this transaction if it can be ended. */
function abandon(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended or is about to, and only the news of it got lost: the caller has to look what became of it.
  }
  transaction.db.close();
}

function isLostConnection(error: unknown): boolean {
  return error instanceof DOMException && (error.name === "InvalidStateError" || error.name === "UnknownError");
}
