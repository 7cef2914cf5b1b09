// The site without its server: after the first visit everything works, on reload and in a new tab.

import { expect, linkTo } from "../fixtures/test.ts";
import { isReadyOffline, openTab, test } from "../fixtures/offline-test.ts";
import { scoreTracker } from "../programs.ts";

test.setTimeout(600_000);

/** Of the editor and its TypeScript service, 11 MB, from the browser's cache. */
const editorTimeoutMs = 180_000;

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
    await first.editor.ready(editorTimeoutMs);
    await first.editor.hasNoProblems(editorTimeoutMs);

    const second = await openTab(context, site.url);
    await second.editor.ready(editorTimeoutMs);
    await second.userNumber(1).submit.click();
    await second.userNumber(1).shows("Count", "You 1 · Everyone 1");
    await second.editor.replaceAll(mistaken);
    await expect(second.code.getByText("Type 'string' is not assignable to type 'number'.")).toBeVisible({
      timeout: editorTimeoutMs,
    });
    await second.editor.replaceAll(mistaken.replace('"text"', "1"));
    await second.editor.hasNoProblems(editorTimeoutMs);
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
  const tab = await openTab(context, site.url + linkTo(scoreTracker));
  expect(site.requests.filter((path) => /service-worker|editor|ts\.worker/.test(path))).toEqual([]);
  await isReadyOffline(tab);
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
  // Twice what a page of its own waits for before it begins.
  await page.waitForTimeout(4000);
  expect(site.requests).not.toContain("/service-worker.js");
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
