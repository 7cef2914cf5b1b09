// A browser that lacks storage or locks, or refuses them: the playground works in memory and says so.

import { expect, test } from "./fixtures/test.ts";
import { scoreTracker } from "./programs.ts";

const environments: readonly { readonly what: string; readonly script: () => void }[] = [
  {
    what: "IndexedDB is missing",
    script: () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }),
  },
  {
    what: "IndexedDB is refused",
    script: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    },
  },
  {
    what: "opening IndexedDB fails",
    script: () => {
      IDBFactory.prototype.open = () => {
        const request = new EventTarget() as unknown as IDBOpenDBRequest;
        Object.defineProperty(request, "error", { value: new DOMException("No space", "UnknownError") });
        setTimeout(() => {
          request.onerror?.(new Event("error"));
          request.dispatchEvent(new Event("error"));
        });
        return request;
      };
    },
  },
  {
    what: "opening IndexedDB never ends",
    script: () => {
      IDBFactory.prototype.open = () => new EventTarget() as unknown as IDBOpenDBRequest;
    },
  },
  {
    what: "Web Locks are missing",
    script: () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }),
  },
  {
    what: "Web Locks are refused",
    script: () => {
      // The sandbox's frame, where this runs too, has none anyway.
      if (typeof LockManager === "undefined") return;
      LockManager.prototype.request = () =>
        Promise.reject(new DOMException("Access to the LockManager is denied.", "SecurityError"));
    },
  },
];

for (const { what, script } of environments) {
  test(`the playground works in memory, and says so, when ${what}`, async ({ open, context }) => {
    await context.addInitScript(script);
    const { page, user } = await open(scoreTracker);
    await expect(page.getByRole("status").filter({ hasText: /gone when you close (it|the tab)/ })).toBeVisible();
    await user.send({ Score: "3" });
    await user.showsJson("Top Scores", [3]);
    await user.send({ Score: "9" });
    await user.showsJson("Top Scores", [9, 3]);
  });
}

test("the page is whole in a browser that does not say when it is idle, as Safari's", async ({ visit, context }) => {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, "requestIdleCallback"));
  const tab = await visit();
  await tab.toolbar("Examples").click();
  await expect(tab.page.getByRole("menuitem").first()).toBeFocused();
  await tab.page.keyboard.press("Escape");
  await tab.editor.ready();
});
