// The browser's storage fails, is deleted under the tabs, or is not to be had: what is said to be stored is, what is said
// to be undone is not, and the next call works.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addStorageFaults, type StorageFault } from "./storage-faults.ts";
import type { Tab } from "./tab.ts";
import { focus } from "./tampering.ts";

/** What the card says of each; null: the call is done all the same. */
const faults: readonly (readonly [StorageFault, says: RegExp | null])[] = [
  ["put-throws", /no room left/],
  ["abort-quota", /no room left/],
  ["abort-without-error", /no room left/],
  ["connection-lost", null],
  ["connection-lost-open-refused", /closed the page's database/],
  ["connection-lost-open-hangs", /database does not answer/],
  // The page gives up after its time, and finds out by the call's id that it was stored.
  ["complete-lost", null],
];

test("T7: a call that meets a fault of the storage is done once, or undone and says why, and the next works", async ({
  openTab,
  verify,
}) => {
  const [tab, witness] = [await openTab("tab", { before: addStorageFaults }), await openTab("witness")];
  let count = 0;
  for (const [fault, says] of faults) {
    await test.step(fault, async () => {
      await tab.page.evaluate((wanted) => void (window.fault = wanted), fault);
      const outcome = await tab.call("add");
      expect(await tab.page.evaluate(() => window.fault), "the fault did happen").toBeNull();
      if (says) expect(outcome).toMatchObject({ kind: "failed", message: expect.stringMatching(says) });
      else expect(outcome).toEqual({ kind: "done", result: ++count });
      expect(await tab.call("add")).toEqual({ kind: "done", result: ++count });
      expect(await witness.call("add")).toEqual({ kind: "done", result: ++count });
    });
  }
  await verify(tab, witness);
});

const deletions: readonly { readonly what: string; deleteFrom(tab: Tab): Promise<void> }[] = [
  {
    what: "the database is deleted by a third tab",
    deleteFrom: (tab) =>
      tab.page.evaluate(async () => {
        const [{ name = "" } = {}] = await indexedDB.databases();
        await new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name);
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
          request.onblocked = () => reject(new Error("A tab does not let go of the database."));
        });
      }),
  },
  {
    what: "the site's data are cleared",
    async deleteFrom({ page }) {
      const session = await page.context().newCDPSession(page);
      const { origin } = new URL(page.url());
      await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    },
  },
];

for (const { what, deleteFrom } of deletions) {
  test(`T8: when ${what} during a call, it is undone, nothing comes back, and all tabs start anew together`, async ({
    openTab,
    history,
    verify,
  }) => {
    const [tab, other, deleter] = [await openTab("tab"), await openTab("other"), await openTab("deleter")];
    await tab.callAll([{ op: "add" }, { op: "add" }]);
    const running = await tab.begin("sleep", 1500);
    await deleteFrom(deleter);
    await running.ended;
    expect(history.outcome(running.id)).toMatchObject({ kind: "failed" });
    await expect(tab.page.getByRole("alert").filter({ hasText: "was deleted" })).toBeVisible();
    // What is gone is gone: from here on the history is another one.
    history.forget();
    for (const each of [tab, other, deleter]) await focus(each.page);
    for (const each of [tab, other, deleter]) expect(await each.call("add")).toMatchObject({ kind: "done" });
    await verify(tab, other, deleter, await openTab("late"));
    expect((await tab.readState()).count).toBe(3);
  });
}

const missing: readonly { readonly what: string; readonly script: () => void }[] = [
  {
    what: "Web Locks are missing",
    script: () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }),
  },
  {
    what: "the origin is opaque or the window private: nothing may be used",
    script: () => {
      const refuse = (): never => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      IDBFactory.prototype.open = refuse;
      if (typeof LockManager !== "undefined") LockManager.prototype.request = refuse;
      globalThis.BroadcastChannel = class {
        constructor() {
          refuse();
        }
      } as unknown as typeof BroadcastChannel;
    },
  },
];

for (const { what, script } of missing) {
  test(`T14: when ${what}, the tab works on its own, says so, and keeps its calls in order`, async ({
    openTab,
    history,
  }) => {
    const before = (page: Page) => page.addInitScript(script);
    const [tab, other] = [await openTab("tab", { before }), await openTab("other", { before })];
    await expect(tab.page.getByRole("status").filter({ hasText: /gone when you close (it|the tab)/ })).toBeVisible();
    await tab.callAll([{ op: "add" }, { op: "swap", a: 0, b: 3 }, { op: "throw" }, { op: "read" }, { op: "add" }]);
    history.agreesWith(await tab.readState());
    expect((await other.readState()).count, "of another tab").toBe(0);
  });
}
