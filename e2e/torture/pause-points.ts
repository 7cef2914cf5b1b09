// Stops a page dead at a chosen point of a commit, by a loop without end, so that it can be killed exactly there.

import type { Page } from "@playwright/test";

/**
 * put: the log entry is written, its transaction open. commit: the transaction is committed, and the page has not heard.
 * announce: it has heard, and the other tabs have not.
 */
export type PausePoint = "put" | "commit" | "announce";

declare global {
  interface Window {
    pauseAt: PausePoint | null;
    /** Given to the pages by the test. */
    reportPause(): Promise<void>;
  }
}

/** To be called before the app starts. */
export async function addPausePoints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.pauseAt = null;
    const logged = new WeakSet<IDBTransaction>();
    const { put } = IDBObjectStore.prototype;
    const { commit } = IDBTransaction.prototype;
    const { postMessage } = BroadcastChannel.prototype;

    function pauseIf(point: PausePoint): void {
      if (window.pauseAt !== point) return;
      void window.reportPause();
      for (;;);
    }

    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      const request = put.call(this, value, key);
      if (Array.isArray(key) && key[1] === "log") {
        logged.add(this.transaction);
        pauseIf("put");
      }
      return request;
    };
    IDBTransaction.prototype.commit = function () {
      commit.call(this);
      if (logged.has(this)) pauseIf("commit");
    };
    BroadcastChannel.prototype.postMessage = function (message: { readonly type?: string }) {
      if (message.type === "commit") pauseIf("announce");
      postMessage.call(this, message);
    };
  });
}

/** Resolves when the page has come to the point and stands still. */
export async function pauseAt(page: Page, point: PausePoint): Promise<{ readonly reached: Promise<void> }> {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  await page.exposeBinding("reportPause", reach);
  await page.evaluate((wanted) => void (window.pauseAt = wanted), point);
  return { reached };
}
