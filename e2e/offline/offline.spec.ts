// The site without its server: after the first visit everything works, on reload and in a new tab.

import { expect, linkTo } from "../fixtures/test.ts";
import { isReadyOffline, openTab, test } from "../fixtures/offline-test.ts";
import { scoreTracker } from "../programs.ts";

test.setTimeout(600_000);

/** Of the editor and its TypeScript service, 11 MB, from the browser's cache. */
const editorWait = { timeout: 180_000 };

const mistaken = `import * as gr from "interstate";
const wrong: number = "text";
export default (name: string) => \`Hello \${name}\`;
`;

for (const path of ["/", "/deep/er/"]) {
  test(`everything works with the server gone, after a visit to an app link under ${path}`, async ({
    context,
    serveAt,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const site = await serveAt(path);
    const first = await openTab(context, site.url + linkTo(scoreTracker));
    await first.user.send({ Score: "3" });
    await first.user.showsJson("Top Scores", [3]);
    await isReadyOffline(first);
    await site.end();

    // Nothing of the editor was loaded while there was a server.
    await first.page.reload();
    await first.ready();
    await first.user.send({ Score: "9" });
    await first.user.showsJson("Top Scores", [9, 3]);
    await first.page.getByRole("button", { name: "Edit", exact: true }).click();
    await first.editor.ready(editorWait);
    await first.editor.hasNoProblems(editorWait);

    const second = await openTab(context, site.url);
    await second.editor.ready(editorWait);
    await second.userNumber(1).submit.click();
    await second.userNumber(1).shows("Count", "You 1 · Everyone 1");
    await second.editor.replaceAll(mistaken);
    const mistake = second.code.getByText("Type 'string' is not assignable to type 'number'.");
    await expect(mistake).toBeVisible(editorWait);
    await second.editor.replaceAll(mistaken.replace('"text"', "1"));
    await second.editor.hasNoProblems(editorWait);
    await second.userNumber(2).send({ name: "you" });
    await second.userNumber(2).shows("output", "Hello you");
    await second.toolbar("Examples").click();
    await second.page.getByRole("menuitem", { name: "Message history" }).click();
    await second.ready();
    await second.userNumber(1).send({ message: "hi" });
    await second.userNumber(1).showsJson("output 0", { "Current messages": "hi", "Previous messages": [] });
  });
}

test("what is heavy is kept once the app is usable and the page is quiet, and not before", async ({
  context,
  serveAt,
}) => {
  const site = await serveAt("/");
  await context.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[aria-label="App"][aria-busy="false"]')) return;
      Object.assign(globalThis, { usableMs: performance.now() });
      watch.disconnect();
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  });
  const tab = await openTab(context, site.url + linkTo(scoreTracker));
  await isReadyOffline(tab);
  const [usableMs, begunMs] = await tab.page.evaluate(() => [
    Reflect.get(globalThis, "usableMs") as number,
    performance.getEntriesByType("resource").find(({ name }) => /offline/.test(name))?.startTime,
  ]);
  expect(begunMs).toBeGreaterThan(usableMs ?? Infinity);
  const heavy = site.requests.findIndex((path) => /editor|ts\.worker/.test(path));
  expect(heavy).toBeGreaterThan(site.requests.indexOf("/service-worker.js"));
  expect(site.requests.some((path) => /ts\.worker/.test(path))).toBe(true);
});

test("a part that is not what the build made is refused: the page says nothing of offline, and works", async ({
  context,
  serveAt,
}) => {
  const site = await serveAt("/");
  await site.change("icon.svg", () => "<!doctype html><title>Log in to this network</title>");
  const tab = await openTab(context, site.url + linkTo(scoreTracker));
  await tab.page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    // It came, tried and was given up.
    return (
      registration === undefined && performance.getEntriesByType("resource").some(({ name }) => /offline/.test(name))
    );
  });
  await expect(tab.page.getByText("Ready offline")).toBeHidden();
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
});

test("a page in somebody else's frame keeps nothing", async ({ context, serveAt, servePage }) => {
  const site = await serveAt("/");
  const page = await context.newPage();
  await page.goto(
    await servePage(`<iframe src="${site.url}${linkTo(scoreTracker)}" width="800" height="600"></iframe>`),
  );
  const app = page.frameLocator("iframe").getByRole("region", { name: "App", exact: true });
  await expect(app).toHaveAttribute("aria-busy", "false");
  await app.getByLabel("Score", { exact: true }).fill("4");
  await app.getByRole("button", { name: "Submit" }).click();
  await expect(app.getByLabel("Top Scores", { exact: true })).toContainText("4");
  expect(site.requests).not.toContain("/service-worker.js");
  // A page of its own that came later has begun by now.
  const own = await openTab(context, site.url + linkTo(scoreTracker));
  await isReadyOffline(own);
  const asked = () => performance.getEntriesByType("resource").filter(({ name }) => /offline/.test(name)).length;
  expect(await own.page.evaluate(asked)).toBeGreaterThan(0);
  expect(await page.frames()[1]?.evaluate(asked)).toBe(0);
});

test("browsers offer to install it", async ({ context, serveAt }) => {
  const site = await serveAt("/deep/er/");
  const { page } = await openTab(context, site.url);
  const session = await context.newCDPSession(page);
  const { errors, url } = await session.send("Page.getAppManifest");
  expect({ errors, url }).toEqual({ errors: [], url: `${site.url}site.webmanifest` });
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Playwright's browser contexts are private windows.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});
