// A newer version of the site: it asks before the page is loaded again, and tabs of two versions live side by side.

import { expect, linkTo } from "../fixtures/test.ts";
import { isReadyOffline, openTab, test } from "../fixtures/offline-test.ts";
import type { Playground } from "../fixtures/playground.ts";
import { scoreTracker } from "../programs.ts";

test.setTimeout(600_000);

/** Of the editor and its TypeScript service, 11 MB, from the browser's cache. */
const editorTimeoutMs = 180_000;

test("an update asks, keeps what was typed, and leaves tabs of the older version all their parts", async ({
  context,
  serveAt,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const site = await serveAt("/");
  const older = await openTab(context, site.url + linkTo(scoreTracker));
  await isReadyOffline(older);
  const before = await versionOf(older);
  const typed = await openTab(context, site.url + linkTo(scoreTracker, "split"));
  await typed.editor.ready(editorTimeoutMs);
  await typed.editor.replaceAll(`${scoreTracker}\n// mine`);
  await typed.ready();

  await site.deploy();
  // Any visit finds it.
  const third = await openTab(context, site.url + linkTo(scoreTracker));
  expect(await versionOf(third)).toBe(before);
  const update = typed.page.getByRole("button", { name: "Update", exact: true });
  await expect(update).toBeVisible({ timeout: 120_000 });
  await third.page.close();
  const loads = countLoads(typed);
  await typed.user.send({ Score: "7" });
  await typed.user.showsJson("Top Scores", [7]);
  expect(loads()).toBe(0);
  await update.click();
  await expect.poll(loads).toBe(1);
  await typed.ready();
  expect(await versionOf(typed)).not.toBe(before);
  await typed.editor.ready(editorTimeoutMs);
  expect(await typed.editor.text()).toBe(`${scoreTracker}\n// mine`);
  await typed.user.send({ Score: "9" });
  await typed.user.showsJson("Top Scores", [9, 7]);

  // No server has this part of the older version any more.
  await older.toolbar("State").click();
  await older.state.shows("Global state", "scores", "[]");
  expect(await versionOf(older)).toBe(before);
  await expect(older.page.getByRole("button", { name: "Update", exact: true })).toBeVisible();
  expect(await keptVersions(typed)).toHaveLength(2);

  await older.page.close();
  await typed.page.reload();
  await typed.ready();
  await expect.poll(() => keptVersions(typed)).toEqual([await versionOf(typed)]);
  await site.end();
  await typed.page.reload();
  await typed.ready();
  await typed.user.send({ Score: "8" });
  await typed.user.showsJson("Top Scores", [9, 8, 7]);
});

function versionOf({ page }: Playground): Promise<string | null> {
  return page.locator('meta[name="version"]').getAttribute("content");
}

function keptVersions({ page }: Playground): Promise<(string | undefined)[]> {
  return page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
}

function countLoads({ page }: Playground): () => number {
  let count = 0;
  page.on("domcontentloaded", () => (count += 1));
  return () => count;
}
