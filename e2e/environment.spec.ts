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

test("a database that answers late is offered, with what was typed meanwhile", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addInitScript(() => {
    const answered = new Promise<void>((resolve) => Object.assign(globalThis, { answer: resolve }));
    const { open: openNow } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (this: IDBFactory, name) {
      if (sessionStorage.getItem("answers")) return Reflect.apply(openNow, this, [name]);
      const late = { result: null as IDBDatabase | null } as unknown as IDBOpenDBRequest;
      void answered.then(() => {
        const request = Reflect.apply(openNow, this, [name]) as IDBOpenDBRequest;
        for (const event of ["upgradeneeded", "success"] as const) {
          request.addEventListener(event, () => {
            Object.assign(late, { result: request.result });
            late[`on${event}`]?.(new Event(event) as IDBVersionChangeEvent);
          });
        }
      });
      return late;
    };
  });
  const { page, editor, code } = await open(scoreTracker, { view: "split" });
  const warning = page.getByRole("status").filter({ hasText: "gone when you close the tab" });
  await expect(warning).toBeVisible();
  await editor.ready();
  await editor.replaceAll(scoreTracker.replace("Top Scores", "Best"));
  await expect(code.getByText("kept until you leave")).toBeVisible();
  await page.evaluate(() => {
    sessionStorage.setItem("answers", "yes");
    (globalThis as unknown as { answer(): void }).answer();
  });
  await expect(page.getByText("This browser's database answers now.")).toBeVisible();
  await expect(warning).toBeHidden();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(page.getByText("This browser's database answers now.")).toBeHidden();
  await expect(editor.line("Best")).toBeVisible();
  // It is stored now.
  await editor.focus();
  await editor.press("ControlOrMeta+End");
  await editor.type("// kept");
  await expect(code.getByText("saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(editor.line("// kept")).toBeVisible();
});
