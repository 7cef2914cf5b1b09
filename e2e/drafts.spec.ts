// The first run of changed code forks into a draft: a playground of one's own, saved as one types.

import { expect, test } from "./fixtures/test.ts";
import type { Playground } from "./fixtures/playground.ts";
import { scoreTracker } from "./programs.ts";

const edited = scoreTracker.replace('"Score"', '"Points"');
const draftAddress = /#draft=./;
/** As it is once the editor was left. */
const wholeAddress = /#draft=[^&]+&code=./;

test.beforeEach(async ({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("an edit takes a copy of the link's state along and leaves the link's own alone", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await expect(tab.user.field("Points")).toBeVisible();
  await tab.user.send({ Points: "9" });
  await tab.user.showsJson("Top Scores", [9, 3]);

  const link = await open(scoreTracker);
  await link.user.send({ Score: "5" });
  await link.user.showsJson("Top Scores", [5, 3]);
});

test("the address of a draft is written when the editor is left, and opens it again with its text and state", async ({
  open,
  visit,
  site,
}) => {
  test.slow();
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await tab.user.send({ Points: "9" });
  await tab.user.showsJson("Top Scores", [9]);
  await expect(tab.page).toHaveURL(wholeAddress);

  await tab.refresh();
  await tab.editor.ready();
  await tab.editor.holds(edited);
  await tab.user.send({ Points: "3" });
  await tab.user.showsJson("Top Scores", [9, 3]);

  const second = await visit(tab.page.url().slice(site.url.length));
  await second.ready();
  await second.user.send({ Points: "5" });
  await second.user.showsJson("Top Scores", [9, 5, 3]);
});

test("a refresh right after typing loses no letter", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await expect(tab.editor.line('"Points"')).toBeVisible();
  await tab.page.reload();
  await tab.editor.ready();
  await tab.editor.holds(edited);
  await expect(tab.user.field("Points")).toBeVisible();
});

test("text that does not compile yet is saved too", async ({ open }) => {
  const unfinished = `${edited}\nconst half = `;
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(unfinished);
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  await tab.page.reload();
  await tab.editor.ready();
  await tab.editor.holds(unfinished);
});

test("in another browser the address of a draft opens as a link to its code", async ({ open, browser, site }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await tab.user.send({ Points: "9" });
  await tab.user.showsJson("Top Scores", [9]);
  await expect(tab.page).toHaveURL(wholeAddress);

  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(`${site.url}${new URL(tab.page.url()).hash}`);
  await expect(page.getByLabel("Points", { exact: true })).toBeVisible();
  await other.close();
});

test("what is typed right before a refresh or another address is kept", async ({ open, visit, site }) => {
  test.slow();
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await expect(tab.page).toHaveURL(draftAddress);
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  await tab.editor.type("//");
  await tab.page.reload();
  await tab.editor.ready();
  await tab.editor.holds(`${edited}//`);

  const address = tab.page.url().slice(site.url.length);
  await tab.editor.press("ArrowRight");
  await tab.editor.type("!!");
  await tab.page.evaluate(() => (location.hash = "#example=score-tracker"));
  await expect(tab.user.field("Score")).toBeVisible();
  const again = await visit(address);
  await again.editor.ready();
  await again.editor.holds(`${edited}//!!`);
});

test("where the text cannot be saved, the person sees it, until it can", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no space", "QuotaExceededError");
    };
    Object.assign(window, { makeSpace: () => (IDBObjectStore.prototype.put = put) });
  });
  await tab.editor.replaceAll(`${scoreTracker}const half = `);
  await expect(tab.code.getByRole("status").getByText("not saved", { exact: true })).toBeVisible();
  await tab.page.evaluate("makeSpace()");
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
});

test("what is typed in one tab shows in another, which types once it has asked", async ({ open, visit, site }) => {
  test.slow();
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await expect(tab.page).toHaveURL(draftAddress);
  const second = await visit(tab.page.url().slice(site.url.length));
  await second.editor.ready();
  const editHere = (each: Playground) => each.code.getByRole("button", { name: "Edit here", exact: true });
  await expect(editHere(second)).toBeVisible();

  await tab.page.bringToFront();
  await tab.editor.replaceAll(edited.replace('"Points"', '"Goals"'));
  await second.page.bringToFront();
  await expect(second.editor.line('"Goals"')).toBeVisible();
  await expect(second.user.field("Goals")).toBeVisible();
  await second.editor.focus();
  await second.editor.type("x");
  await expect(second.code.getByText("Another tab types this")).toBeVisible();

  await editHere(second).click();
  await expect(editHere(second)).toBeHidden();
  await second.editor.replaceAll(edited.replace('"Points"', '"Hits"'));
  await expect(second.user.field("Hits")).toBeVisible();
  await tab.page.bringToFront();
  await expect(editHere(tab)).toBeVisible();
  await expect(tab.user.field("Hits")).toBeVisible();
  await tab.editor.holds(edited.replace('"Points"', '"Hits"'));
});

test("what two tabs type without knowing of each other is kept, both", async ({ open, visit, site }) => {
  test.slow();
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(edited);
  await expect(tab.page).toHaveURL(draftAddress);
  // Or else the next page saves it, and tells the other tab that somebody types here.
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  await tab.page.reload();
  await tab.editor.ready();
  const address = tab.page.url().slice(site.url.length);
  const second = await visit(address);
  await second.page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
  await second.editor.ready();
  await tab.page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));

  await tab.page.bringToFront();
  await tab.editor.replaceAll(`${edited}// an hour of work`);
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  await second.page.evaluate(() => Object.defineProperty(document, "visibilityState", { get: () => "hidden" }));
  await second.page.bringToFront();
  await second.editor.replaceAll(`${edited}// a thought`);
  await expect(second.page.getByText("is kept as a playground of its own: this one.")).toBeVisible();
  await second.editor.holds(`${edited}// a thought`);
  await second.page.getByRole("button", { name: "Open the other", exact: true }).click();
  await expect(second.code.getByText("an hour of work")).toBeVisible();
  await second.editor.ready();
  await second.editor.holds(`${edited}// an hour of work`);
});
