// For tests only: as much of IndexedDB as the connection and the store touch, over one map, with faults to inject.

import { compareKeys, type Key } from "./key.ts";

export interface FakeFaults {
  /** Says no to the next open. */
  open: "error" | "blocked" | null;
  /** What opens wait for; null: nothing. */
  slow: Promise<void> | null;
  /** What the next call of transaction() throws. */
  start: DOMException | null;
  /** What becomes of the next write transaction: never heard of again, stored or not; or aborted with this error. */
  write: "lost" | "hangs" | { readonly error: DOMException | null } | null;
}

/** Only keys that are read one by one; no ranges. */
export function fakeDatabase() {
  const faults: FakeFaults = { open: null, slow: null, start: null, write: null };
  const stored: { readonly key: Key; value: unknown }[] = [];
  const opened: FakeConnection[] = [];

  function find(key: Key) {
    return stored.find((entry) => compareKeys(entry.key, key) === 0);
  }

  function open() {
    const request = { result: null as FakeConnection | null, error: null as DOMException | null };
    const { open: fault } = faults;
    faults.open = null;
    const settle = () => {
      if (fault === "blocked") return fire(request, "onblocked");
      if (fault === "error") {
        request.error = new DOMException("internal", "UnknownError");
        return fire(request, "onerror");
      }
      const connection: FakeConnection = { closed: false, transaction, close: () => (connection.closed = true) };
      opened.push(connection);
      request.result = connection;
      fire(request, "onsuccess");
    };
    if (faults.slow) void faults.slow.then(settle);
    else later(settle);
    return request;
  }

  function transaction(this: FakeConnection, _: string, mode: IDBTransactionMode) {
    const { start } = faults;
    faults.start = null;
    if (start) throw start;
    const puts: { readonly key: Key; readonly value: unknown }[] = [];
    const fault = mode === "readwrite" ? faults.write : null;
    if (fault) faults.write = null;
    let over = false;

    function complete(): void {
      over = true;
      if (fault === "hangs") over = false;
      else if (fault && fault !== "lost") {
        tx.error = fault.error;
        later(() => fire(tx, "onabort"));
      } else {
        for (const { key, value } of puts) {
          const entry = find(key);
          if (entry) entry.value = value;
          else stored.push({ key, value });
        }
        if (fault !== "lost") later(() => fire(tx, "oncomplete"));
      }
    }

    const tx = {
      db: this,
      error: null as DOMException | null,
      commit: complete,
      abort() {
        if (over) throw new DOMException("over", "InvalidStateError");
        over = true;
        later(() => fire(tx, "onabort"));
      },
      objectStore: () => ({
        transaction: tx,
        get(key: Key) {
          const request = { result: undefined as unknown };
          later(() => {
            request.result = structuredClone(find(key)?.value);
            fire(request, "onsuccess");
          });
          return request;
        },
        put: (value: unknown, key: Key) => void puts.push({ key, value: structuredClone(value) }),
      }),
    };
    return tx;
  }

  return { factory: { open } as unknown as IDBFactory, faults, opened };
}

interface FakeConnection {
  closed: boolean;
  readonly transaction: (this: FakeConnection, name: string, mode: IDBTransactionMode) => unknown;
  readonly close: () => void;
}

function later(action: () => void): void {
  queueMicrotask(action);
}

function fire(target: object, handler: string): void {
  const listener = (target as Record<string, unknown>)[handler];
  if (typeof listener === "function") listener();
}
