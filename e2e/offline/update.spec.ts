// A newer version of the site: it asks before the page is loaded again, and tabs of two versions live side by side.

import type { BrowserContext } from "@playwright/test";
import { expect, linkTo } from "../fixtures/test.ts";
import {
  askOverAndOver,
  closeAllAndOpen,
  endOlderWorker,
  isReadyOffline,
  isWaiting,
  keepWorkerBusy,
  keptVersions,
  openTab,
  showsOtherThan,
  test,
  versionOf,
} from "../fixtures/offline-test.ts";
import type { OwnSite } from "../fixtures/own-site.ts";
import type { Playground } from "../fixtures/playground.ts";
import type { UserApp } from "../fixtures/user-app.ts";
import { chatOf } from "../chat/chat-page.ts";
import { scoreTracker } from "../programs.ts";

test.setTimeout(600_000);

/** Of the editor and its TypeScript service, 11 MB, from the browser's cache. */
const editorWait = { timeout: 180_000 };

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
  await typed.editor.ready(editorWait);
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
  await typed.editor.ready(editorWait);
  await typed.editor.holds(`${scoreTracker}\n// mine`);
  await typed.user.send({ Score: "9" });
  await typed.user.showsJson("Top Scores", [9, 7]);

  // No server has this part of the older version any more.
  await older.toolbar("State").click();
  await older.state.shows("Global state", "scores", "[]");
  expect(await versionOf(older)).toBe(before);
  await expect(older.page.getByRole("button", { name: "Update", exact: true })).toBeVisible();
  await expect.poll(() => keptVersions(typed)).toHaveLength(2);

  const last = await closeAllAndOpen(context, typed.page.url());
  await expect.poll(() => keptVersions(last)).toEqual([await versionOf(last)]);
  await site.end();
  await last.page.reload();
  await last.ready();
  await last.user.send({ Score: "8" });
  await last.user.showsJson("Top Scores", [9, 8, 7]);
});

const cart = `import * as gr from "interstate";

const log: string[] = [];

export default gr.Blocks((demo) => {
  const cart = gr.State<string[]>([], { deleteCallback: (items) => { log.push("deleted " + items.join("+")); } });
  const item = gr.Textbox({ label: "Item" });
  const note = gr.Textbox({ label: "Note", interactive: true });
  const picture = gr.File({ label: "List" });
  const all = gr.JSON({ label: "All" });
  const add = gr.Button("Add");
  add.click({
    fn: (items, text) => {
      items.push(text);
      return [items, items, gr.update({ label: "Remark" })];
    },
    inputs: [cart, item],
    outputs: [cart, all, note],
  });
  gr.render({ inputs: cart, triggers: [demo.load, cart.change] }, (items: string[]) => {
    for (const each of items) gr.Textbox({ label: \`How many \${each}\`, interactive: true });
  });
  gr.JSON({ label: "Log", value: () => log });
  demo.load({ fn: () => { log.push("loaded"); } });
  demo.unload({ fn: () => { log.push("unloaded"); } });
});
`;

const chat = `import * as gr from "interstate";
export default gr.ChatInterface({
  fn: (message: string, history: gr.HistoryMessage[]) => \`\${history.length}: \${message}\`,
});
`;

test("an update keeps each user's session and what fields and outputs hold; a refresh starts anew", async ({
  context,
  serveAt,
}) => {
  const site = await serveAt("/");
  const tab = await openTab(context, site.url + linkTo(cart));
  const talk = await openTab(context, site.url + linkTo(chat));
  await isReadyOffline(tab);
  const before = await versionOf(tab);
  await tab.toolbar("Add user").click();
  const [one, two] = [tab.userNumber(1), tab.userNumber(2)];
  await one.showsJson("Log", ["loaded", "loaded"]);
  await add(one, "milk");
  await add(one, "bread");
  await one.showsJson("All", ["milk", "bread"]);
  await add(two, "tea");
  await two.showsJson("All", ["tea"]);
  await one.field("Remark").fill("not yet sent");
  await one.field("How many bread").fill("3");
  await one.field("List").setInputFiles({ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("eggs") });
  await expect(one.region.getByText("list.txt")).toBeVisible();
  await chatOf(talk).say("Hello");
  await chatOf(talk).shows("Hello", "0: Hello");
  await talk.user.field("Message").fill("half a sen");

  await site.deploy();
  await (await openTab(context, site.url + linkTo(scoreTracker))).page.close();
  for (const each of [tab, talk]) {
    await each.page.getByRole("button", { name: "Update", exact: true }).click({ timeout: 120_000 });
    await showsOtherThan(before, each);
    await each.ready();
  }
  await one.showsJson("All", ["milk", "bread"]);
  await two.showsJson("All", ["tea"]);
  await one.shows("Remark", "not yet sent");
  await one.shows("Item", "bread");
  await one.shows("How many bread", "3");
  await expect(one.region.getByText("list.txt")).toBeVisible();
  // Nobody left, and nobody came.
  await one.showsJson("Log", ["loaded", "loaded"]);
  await add(two, "sugar");
  await two.showsJson("All", ["tea", "sugar"]);
  await add(one, "eggs");
  await one.showsJson("All", ["milk", "bread", "eggs"]);
  await talk.user.shows("Message", "half a sen");
  await chatOf(talk).say("Again");
  await chatOf(talk).shows("Hello", "0: Hello", "Again", "2: Again");

  await tab.refresh();
  await add(tab.user, "salt");
  await tab.user.showsJson("All", ["salt"]);
  await tab.user.shows("Remark", "");
  await talk.refresh();
  await chatOf(talk).shows();
});

test("an update waits for what runs, which can be stopped", async ({ context, serveAt }) => {
  const site = await serveAt("/");
  const source = `export default async function wait(seconds: number) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return seconds;
}
`;
  const tab = await openTab(context, site.url + linkTo(source));
  await isReadyOffline(tab);
  await tab.user.send({ seconds: "100000" });
  await expect(tab.user.stop).toBeVisible();
  await site.deploy();
  await (await openTab(context, site.url + linkTo(source))).page.close();
  const loads = countLoads(tab);
  await tab.page.getByRole("button", { name: "Update", exact: true }).click({ timeout: 120_000 });
  await expect(tab.page.getByText("The page loads again when what runs has ended.")).toBeVisible();
  expect(loads()).toBe(0);
  await tab.user.stop.click();
  await expect.poll(loads).toBe(1);
  await tab.ready();
  await tab.user.shows("seconds", "100000");
  await tab.user.send({ seconds: "0" });
  await tab.user.shows("output", "0");
});

test("an update does not wait for the older version's service worker to end, and works offline meanwhile", async ({
  context,
  serveAt,
  expectErrors,
}) => {
  expectErrors(cutOff);
  const site = await serveAt("/");
  const { other: older, tab: newer, before, update, letWorkerEnd } = await deployToBusy(context, site);
  const loads = countLoads(newer);
  await update.click();
  await expect.poll(loads).toBe(1);
  await newer.ready();
  expect(await versionOf(newer)).not.toBe(before);
  await isReadyOffline(newer);
  await expect(update).toBeHidden();

  const asked = () => site.requests.filter((path) => path !== "/service-worker.js").length;
  const askedBefore = asked();
  await newer.refresh();
  await newer.user.send({ Score: "7" });
  await newer.user.showsJson("Top Scores", [7]);
  await newer.toolbar("State").click();
  await newer.state.shows("Global state", "scores", "[7]");
  expect(await versionOf(newer)).not.toBe(before);
  expect(asked()).toBe(askedBefore);
  await expect.poll(() => isWaiting(newer.page)).toBe(true);

  // What this tab has not loaded yet it finds, too.
  await older.toolbar("State").click();
  await older.state.shows("Global state", "scores", "[7]");
  expect(await versionOf(older)).toBe(before);
  await older.refresh();
  expect(await versionOf(older)).toBe(await versionOf(newer));
  await isReadyOffline(older);
  expect(await keptVersions(newer)).toHaveLength(2);

  letWorkerEnd();
  const last = await closeAllAndOpen(context, site.url + linkTo(scoreTracker));
  await expect.poll(() => keptVersions(last)).toEqual([await versionOf(last)]);
  expect(await versionOf(last)).not.toBe(before);
  await isReadyOffline(last);
});

test("an update says when the browser takes its time, and the page goes on meanwhile", async ({
  context,
  serveAt,
  expectErrors,
}) => {
  expectErrors(cutOff);
  const site = await serveAt("/");
  const { other, tab, before, update } = await deployToBusy(context, site);
  // Without room nobody can note down which version was chosen.
  const session = await context.newCDPSession(tab.page);
  const { origin } = new URL(site.url);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  const loads = countLoads(tab);
  await update.click();
  await expect(tab.page.getByText("The browser is still finishing with the older version")).toBeVisible();
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await tab.user.send({ Score: "7" });
  await tab.user.showsJson("Top Scores", [7]);
  await tab.user.field("Score").fill("12");
  expect(loads()).toBe(0);
  await endOlderWorker(other);
  await expect.poll(loads).toBe(1);
  await tab.ready();
  expect(await versionOf(tab)).not.toBe(before);
  await tab.user.shows("Score", "12");
  await tab.user.showsJson("Top Scores", [7]);
});

test("a tab of an older version that stores otherwise goes on, says so, and neither disturbs the other", async ({
  context,
  serveAt,
}) => {
  const site = await serveAt("/");
  const older = await openTab(context, site.url + linkTo(scoreTracker));
  await isReadyOffline(older);
  const before = await versionOf(older);
  await older.user.send({ Score: "7" });
  await older.user.showsJson("Top Scores", [7]);
  const newer = await openTab(context, site.url + linkTo(scoreTracker));
  await newer.user.send({ Score: "6" });
  await newer.user.showsJson("Top Scores", [7, 6]);

  await site.deploy(withNextFormat);
  await (await openTab(context, site.url + linkTo(scoreTracker))).page.close();
  const update = newer.page.getByRole("button", { name: "Update", exact: true });
  await expect(update).toBeVisible({ timeout: 120_000 });
  await askOverAndOver(older);
  await update.click();
  await showsOtherThan(before, newer);
  await newer.ready();
  await expect(newer.page.getByText("could not take over what this page held: sessions start anew")).toBeVisible();
  await newer.user.send({ Score: "1" });
  await newer.user.showsJson("Top Scores", [1]);

  await expect(older.page.getByRole("alert").filter({ hasText: "newer version of this app" })).toBeVisible();
  await older.user.send({ Score: "8" });
  await older.user.showsJson("Top Scores", [8, 7, 6]);
  await older.toolbar("State").click();
  await older.state.shows("Global state", "scores", "[7, 6, 8]");
  expect(await versionOf(older)).toBe(before);
  await newer.user.send({ Score: "2" });
  await newer.user.showsJson("Top Scores", [2, 1]);
});

/** What the next storage format would be to this one: another database, and another word for a commit. */
function withNextFormat(script: string): string {
  return script
    .replaceAll("@1`", "@2`")
    .replace("type:`commit`,format:1", "type:`commit`,format:2")
    .replace(/(!==`commit`\|\|\w+!==)1/, "$12")
    .replace(/(===`commit`&&\w+===\w+&&typeof \w+==`number`&&\w+>)1/, "$12");
}

async function add(user: UserApp, item: string): Promise<void> {
  await user.field("Item").fill(item);
  await user.button("Add").click();
}

/** Of a request whose service worker has ended. */
const cutOff = /net::ERR_FAILED/;

/** Two tabs of one version, whose service worker is kept busy, and a newer version that one of them is told of. */
async function deployToBusy(context: BrowserContext, site: OwnSite) {
  const other = await openTab(context, site.url + linkTo(scoreTracker));
  await isReadyOffline(other);
  const tab = await openTab(context, site.url + linkTo(scoreTracker));
  const before = await versionOf(tab);
  const letWorkerEnd = await keepWorkerBusy(other, site);
  await site.deploy();
  await (await openTab(context, site.url + linkTo(scoreTracker))).page.close();
  const update = tab.page.getByRole("button", { name: "Update", exact: true });
  await expect(update).toBeVisible({ timeout: 120_000 });
  return { other, tab, before, update, letWorkerEnd };
}

function countLoads({ page }: Playground): () => number {
  let count = 0;
  page.on("domcontentloaded", () => (count += 1));
  return () => count;
}
