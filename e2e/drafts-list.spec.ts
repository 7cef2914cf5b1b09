// "Your playgrounds": the list of what was saved in this browser, and the texts that each had before.

import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures/test.ts";
import { scoreTracker } from "./programs.ts";

/** Playgrounds as a file holds them. */
function fileOf(entries: readonly object[]) {
  const text = JSON.stringify({ format: "interstate playgrounds", version: 1, playgrounds: entries });
  return { name: "playgrounds.json", mimeType: "application/json", buffer: Buffer.from(text) };
}

function entry(i: number) {
  const time = new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString();
  return {
    id: `imported${String(i).padStart(8, "0")}`,
    title: `Program ${i}`,
    named: true,
    source: scoreTracker.replace('"Score"', `"Score ${i}"`),
    created: time,
    updated: time,
  };
}

async function openList(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Playground", exact: true }).click();
  await page.getByRole("button", { name: "Your playgrounds …" }).click();
  return page.getByRole("dialog", { name: "Your playgrounds" });
}

async function importFile(list: Locator, file: Awaited<ReturnType<typeof fileOf>>): Promise<void> {
  await list.locator("input[type=file]").setInputFiles(file);
}

/** One of the things that can be done to an entry. */
async function act(list: Locator, title: string, action: string): Promise<void> {
  await list.getByRole("button", { name: `${title}: Actions`, exact: true }).click();
  await list.page().getByRole("button", { name: action, exact: true }).click();
}

const entryNamed = (list: Locator, title: string) => list.getByRole("listitem").filter({ hasText: title });

test.beforeEach(async ({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a changed example is listed, is renamed, and opens again from another link", async ({ open, visit }) => {
  test.slow();
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(scoreTracker.replace('"Score"', '"Points"'));
  await expect(tab.user.field("Points")).toBeVisible();
  const list = await openList(tab.page);
  await expect(entryNamed(list, "Track score")).toContainText("open here");
  await act(list, "Track score", "Rename");
  await list.getByRole("textbox", { name: "New name" }).fill("My league");
  await list.getByRole("textbox", { name: "New name" }).press("Enter");
  await expect(entryNamed(list, "My league")).toBeVisible();
  await list.getByRole("button", { name: "Close" }).click();
  await expect(tab.page.getByRole("heading", { level: 1 })).toHaveText("My league");

  const other = await visit("#example=greeting");
  await other.ready();
  await (await openList(other.page)).getByRole("button", { name: /^My league .* characters/ }).click();
  await expect(other.user.field("Points")).toBeVisible();
});

test("one is copied, searched, deleted and taken back", async ({ visit }) => {
  const tab = await visit();
  await tab.ready();
  const list = await openList(tab.page);
  await expect(list.getByText("Nothing yet.")).toBeVisible();
  await importFile(list, fileOf([entry(1), entry(2)]));
  await expect(list.getByText("2 playgrounds added.")).toBeVisible();

  await act(list, "Program 1", "Duplicate");
  await expect(entryNamed(list, "Program 1 (copy)")).toBeVisible();
  await list.getByRole("searchbox", { name: "Search playgrounds" }).fill("copy");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await act(list, "Program 1 (copy)", "Delete");
  await expect(list.getByText("Deleted “Program 1 (copy)”.")).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(0);
  await list.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(entryNamed(list, "Program 1 (copy)")).toBeVisible();

  await act(list, "Program 1 (copy)", "Delete");
  await list.getByRole("searchbox").fill("");
  await list.getByRole("button", { name: "Deleted (1)" }).click();
  await list.getByRole("button", { name: "Delete for good" }).click();
  await list.getByRole("button", { name: "With its state?" }).click();
  await expect(list.getByRole("button", { name: "Deleted (1)" })).toBeHidden();
  await expect(list.getByRole("listitem")).toHaveCount(2);
});

test("the one that is open says that it was deleted, and is back once somebody types in it", async ({ visit }) => {
  const tab = await visit();
  await tab.ready();
  let list = await openList(tab.page);
  await list.getByRole("button", { name: "New playground", exact: true }).click();
  await expect(tab.user.field("Name")).toBeVisible();
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  list = await openList(tab.page);
  await act(list, "New playground", "Delete");
  // What is done stands at the end of the list, however little there is in it.
  await expect(async () => {
    const [all, foot] = [
      await list.boundingBox(),
      await list.getByRole("button", { name: "Export all" }).boundingBox(),
    ];
    expect((all?.y ?? 0) + (all?.height ?? 0) - (foot?.y ?? 0) - (foot?.height ?? 0)).toBeLessThan(24);
  }).toPass();
  await list.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(tab.code.getByText("saved", { exact: true })).toBeAttached();
  await act(list, "New playground", "Delete");
  await list.getByRole("button", { name: "Close" }).click();
  await expect(tab.code.getByText("deleted; typing here brings it back")).toBeVisible();
  await tab.editor.ready();
  await tab.editor.focus();
  await tab.page.keyboard.press("ControlOrMeta+End");
  await tab.page.keyboard.type("// mine");
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  list = await openList(tab.page);
  await expect(entryNamed(list, "New playground")).toBeVisible();
});

test("all are exported as one file, which adds nothing where they are and everything where they are not", async ({
  visit,
  browser,
  site,
}) => {
  const tab = await visit();
  await tab.ready();
  const list = await openList(tab.page);
  await importFile(list, fileOf([entry(1), entry(2)]));
  await expect(list.getByText("2 playgrounds added.")).toBeVisible();
  const downloading = tab.page.waitForEvent("download");
  await list.getByRole("button", { name: "Export all" }).click();
  const buffer = await readFile(await (await downloading).path());
  const file = { name: "playgrounds.json", mimeType: "application/json", buffer };
  await importFile(list, file);
  await expect(list.getByText("0 playgrounds added. 2 were here already.")).toBeVisible();

  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(site.url);
  const there = await openList(page);
  await importFile(there, file);
  await expect(entryNamed(there, "Program 2")).toBeVisible();
  await other.close();
});

test("ten thousand are imported, and the list of them answers at once", async ({ visit }) => {
  test.slow();
  const tab = await visit();
  await tab.ready();
  const list = await openList(tab.page);
  await importFile(list, fileOf(Array.from({ length: 10_000 }, (_, i) => entry(i))));
  await expect(list.getByText("10,000 playgrounds added.")).toBeVisible();
  await expect(list.getByText("10,000 playgrounds, kept")).toBeVisible();
  await expect(entryNamed(list, "Program 9999")).toBeVisible();
  await expect.poll(() => list.getByRole("listitem").count()).toBeLessThan(60);
  await list.getByRole("searchbox").fill("program 4321");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("button", { name: /^Program 4321.* characters/ }).click();
  await expect(tab.user.field("Score 4321")).toBeVisible();
});

for (const { what, file, reason } of [
  {
    what: "a picture",
    file: { name: "photo.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]) },
    reason: "photo.png is no text.",
  },
  {
    what: "JSON of something else",
    file: { name: "data.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') },
    reason: "This file holds no playgrounds",
  },
  {
    what: "an export that was cut off",
    file: { ...fileOf([entry(1)]), buffer: fileOf([entry(1)]).buffer.subarray(0, 200) },
    reason: "This file holds no playgrounds",
  },
  {
    what: "a Python program",
    file: { name: "app.py", mimeType: "text/plain", buffer: Buffer.from("import gradio as gr") },
    reason: "app.py is no playground.",
  },
]) {
  test(`a file that is ${what} is refused with the reason, and nothing is lost`, async ({ visit }) => {
    const tab = await visit();
    await tab.ready();
    const list = await openList(tab.page);
    await importFile(list, fileOf([entry(1)]));
    await expect(entryNamed(list, "Program 1")).toBeVisible();
    await importFile(list, file);
    await expect(list.getByRole("alert")).toContainText(reason);
    await expect(entryNamed(list, "Program 1")).toBeVisible();
  });
}

test("a program that is opened as a file becomes a playground of that name", async ({ visit }) => {
  const tab = await visit();
  await tab.ready();
  await tab.page.getByRole("button", { name: "Playground", exact: true }).click();
  const source = Buffer.from(scoreTracker.replace('"Score"', '"Goals"'));
  await tab.page
    .getByRole("dialog", { name: "Playground", exact: true })
    .locator("input[type=file]")
    .setInputFiles({ name: "my-goals.ts", mimeType: "text/plain", buffer: source });
  await expect(tab.user.field("Goals")).toBeVisible();
  await expect(tab.page.getByRole("heading", { level: 1 })).toHaveText("my-goals");
});

test("what a playground was before is shown beside what it is, and put back", async ({ open }) => {
  test.slow();
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(scoreTracker.replace('"Score"', '"Points"'));
  await expect(tab.user.field("Points")).toBeVisible();
  await tab.page.getByRole("button", { name: "Playground", exact: true }).click();
  await tab.page.getByRole("button", { name: "Earlier versions …" }).click();
  const past = tab.page.getByRole("dialog", { name: "Earlier versions" });
  await expect(past.locator("del")).toContainText('label: "Score"');
  await expect(past.locator("ins")).toContainText('label: "Points"');
  await past.getByRole("button", { name: "Restore this version" }).click();
  await expect(tab.user.field("Score")).toBeVisible();
  await tab.editor.holds(scoreTracker);

  await tab.page.getByRole("button", { name: "Playground", exact: true }).click();
  await tab.page.getByRole("button", { name: "Earlier versions …" }).click();
  await expect(past.getByRole("list", { name: "Versions" }).getByRole("listitem")).toHaveCount(2);
});
