// What was typed outlives what can happen to a tab: its death, a disk that is full, a browser that keeps nothing; and the
// address is written now and then, not with each key.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test.ts";
import { scoreTracker } from "./programs.ts";

const edited = scoreTracker.replace('"Score"', '"Points"');
const draftAddress = /#draft=./;

test.beforeEach(async ({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

/** The disk is full, for as long as the page lives. */
async function fillDisk(page: Page, which: "database" | "all"): Promise<void> {
  await page.evaluate((which) => {
    const refuse = () => {
      throw new DOMException("no space", "QuotaExceededError");
    };
    IDBObjectStore.prototype.put = refuse;
    if (which === "all") Storage.prototype.setItem = refuse;
  }, which);
}

test("a tab that crashes as somebody types takes none of it along", async ({ open, visit, context, site }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await expect(tab.page).toHaveURL(draftAddress);
  await tab.editor.type("// and on");
  await expect(tab.editor.line("// and on")).toBeVisible();
  const address = tab.page.url().slice(site.url.length);
  const crashed = tab.page.waitForEvent("crash");
  const session = await context.newCDPSession(tab.page);
  // It never answers.
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  const again = await visit(address);
  await again.editor.ready();
  await again.editor.holds(`${edited}// and on`);
});

for (const which of ["database", "all"] as const) {
  const what = which === "all" ? "nothing at all can be stored" : "the database is full";
  test(`where ${what}, what was typed is there after a refresh`, async ({ open }) => {
    const tab = await open(scoreTracker, { view: "split" });
    await tab.editor.ready();
    await fillDisk(tab.page, which);
    await tab.editor.replaceAll(edited);
    await tab.editor.type("// and on");
    await expect(tab.code.getByRole("status").getByText("not saved", { exact: true })).toBeVisible();
    tab.page.on("dialog", (dialog) => void dialog.accept());
    await tab.page.reload();
    await tab.editor.ready();
    await tab.editor.holds(`${edited}// and on`);
    await expect(tab.user.field("Points")).toBeVisible();
  });
}

test("where the browser keeps nothing, what was typed is there after a refresh", async ({ open, context }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Storage.prototype.setItem = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await expect(tab.user.field("Points")).toBeVisible();
  await expect(tab.page).toHaveURL(/#draft=[^&]+&src=./);
  await tab.page.reload();
  await tab.editor.ready();
  await tab.editor.holds(edited);
});

test("a link is opened without touching what is open elsewhere", async ({ open, visit }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  const other = await open(scoreTracker.replace('"Score"', '"Hits"'), { view: "split" });
  await expect(other.user.field("Hits")).toBeVisible();
  await tab.editor.holds(edited);
  const third = await visit();
  await third.page.getByRole("button", { name: "Playground", exact: true }).click();
  await third.page.getByRole("button", { name: "Your playgrounds …" }).click();
  const list = third.page.getByRole("dialog", { name: "Your playgrounds" });
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

test("the address is written once as somebody types, and with the code when the editor is left and on Share", async ({
  open,
}) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.page.evaluate(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    for (const name of ["pushState", "replaceState"] as const) {
      const write = history[name].bind(history);
      history[name] = (data, unused, url) => {
        written.push(String(url));
        write(data, unused, url);
      };
    }
  });
  const written = () => tab.page.evaluate("written") as Promise<string[]>;
  await tab.editor.focus();
  await tab.editor.press("ControlOrMeta+End");
  await tab.editor.type("// twenty and some keys");
  await expect(tab.editor.line("// twenty and some keys")).toBeVisible();
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  await expect.poll(written).toEqual([expect.stringMatching(/^#draft=[\w-]+$/)]);

  await tab.user.field("Score").focus();
  await expect(tab.page).toHaveURL(/#draft=[^&]+&code=./);
  await expect.poll(written).toHaveLength(2);

  await tab.editor.focus();
  await tab.editor.press("ControlOrMeta+End");
  await tab.editor.type("!");
  await expect(tab.editor.line("keys!")).toBeVisible();
  expect(await written()).toHaveLength(2);
  const before = tab.page.url();
  await tab.toolbar("Share").click();
  await expect(tab.page).not.toHaveURL(before);
  await expect(tab.page).toHaveURL(/#draft=[^&]+&code=./);
});
