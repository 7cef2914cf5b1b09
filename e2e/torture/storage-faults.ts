// Ways in which IndexedDB fails, brought about below the app: in the page's own copy of it.

import type { Page } from "@playwright/test";

export type StorageFault =
  | "put-throws"
  | "abort-quota"
  | "abort-without-error"
  | "connection-lost"
  | "connection-lost-open-refused"
  | "connection-lost-open-hangs"
  | "complete-lost";

declare global {
  interface Window {
    /** What goes wrong next; once. */
    fault: StorageFault | null;
  }
}

/** To be called before the app starts. */
export async function addStorageFaults(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.fault = null;
    const { put } = IDBObjectStore.prototype;
    const { transaction } = IDBDatabase.prototype;
    const { open } = IDBFactory.prototype;
    const full = () => new DOMException("No room", "QuotaExceededError");
    let opening: "refused" | "hangs" | null = null;

    const take = (...faults: StorageFault[]): StorageFault | null => {
      const { fault } = window;
      if (!fault || !faults.includes(fault)) return null;
      window.fault = null;
      return fault;
    };

    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      if (!Array.isArray(key) || key[1] !== "log") return put.call(this, value, key);
      const fault = take("put-throws", "abort-quota", "abort-without-error", "complete-lost");
      if (fault === "put-throws") throw full();
      const request = put.call(this, value, key);
      if (fault === "complete-lost") this.transaction.oncomplete = null;
      if (fault === "abort-quota") Object.defineProperty(this.transaction, "error", { get: full });
      // There turns out to be no room when it is committed.
      if (fault?.startsWith("abort")) this.transaction.commit = () => this.transaction.abort();
      return request;
    };
    IDBDatabase.prototype.transaction = function (...args: Parameters<IDBDatabase["transaction"]>) {
      const fault = take("connection-lost", "connection-lost-open-refused", "connection-lost-open-hangs");
      if (!fault) return transaction.apply(this, args);
      if (fault !== "connection-lost") opening = fault === "connection-lost-open-refused" ? "refused" : "hangs";
      throw new DOMException("The database connection is closing.", "InvalidStateError");
    };
    IDBFactory.prototype.open = function (...args: Parameters<IDBFactory["open"]>) {
      const way = opening;
      opening = null;
      if (!way) return open.apply(this, args);
      const request = new EventTarget() as IDBOpenDBRequest;
      Object.defineProperty(request, "error", { value: new DOMException("Internal error", "UnknownError") });
      if (way === "refused") setTimeout(() => request.onerror?.(new Event("error")));
      return request;
    };
  });
}
