// The built site as static files: under any path, under a strict policy, and small.

import { brotliCompressSync, constants } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { expect, linkTo, test } from "./fixtures/test.ts";
import { Playground } from "./fixtures/playground.ts";
import { scoreTracker, yoursAndEveryones } from "./programs.ts";
import { serve } from "./server.mjs";

/** A page that draws an app and keeps its state, and the everyday part of what runs in the worker. */
const firstVisitLimitBytes = 120_000;
/** With the compiler, which a program needs once; what comes of it is kept. */
const unknownProgramLimitBytes = 192_000;
/** What unpacks a link, and the dictionary that it names. */
const packedLimitBytes = 11_000;

test("the site works under a sub-path of a static server, editor and all", async ({ context }) => {
  const server = await serve({ bases: ["/some/path/"] });
  const tab = new Playground(await context.newPage());
  await tab.page.goto(`${server.url}${linkTo(scoreTracker, "split")}`);
  await tab.ready();
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.editor.ready();
  await tab.editor.hasNoProblems();
  await tab.page.close();
  await server.close();
});

test("two sites of one host keep their state apart", async ({ context }) => {
  const server = await serve({ bases: ["/one/", "/two/"] });
  const origin = new URL(server.url).origin;
  for (const base of ["/one/", "/two/"]) {
    const tab = new Playground(await context.newPage());
    await tab.page.goto(`${origin}${base}${linkTo(scoreTracker)}`);
    await tab.ready();
    await tab.user.send({ Score: "3" });
    await tab.user.showsJson("Top Scores", [3]);
    await tab.page.close();
  }
  await server.close();
});

test("nothing breaks the page's Content-Security-Policy, on a first visit and with the editor open", async ({
  visit,
  context,
}) => {
  await context.addInitScript(() => {
    const violations: string[] = [];
    addEventListener("securitypolicyviolation", (event) =>
      violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
    );
    Object.assign(globalThis, { violations });
  });
  const tab = await visit();
  await tab.ready();
  await tab.editor.ready();
  await tab.editor.hasNoProblems();
  await tab.userNumber(1).submit.click();
  await tab.userNumber(1).shows("Count", "You 1 · Everyone 1");
  expect(await tab.page.evaluate("violations")).toEqual([]);
});

for (const { what, source, limit } of [
  { what: "the score tracker", source: scoreTracker, limit: firstVisitLimitBytes },
  { what: "a program seen for the first time", source: `${scoreTracker}\n`, limit: unknownProgramLimitBytes },
]) {
  test(`an app link loads no editor and at most ${limit / 1000} KB until ${what} is usable`, async ({
    context,
    site,
  }) => {
    const { files, total, holdsRuntime } = await loadedBy(
      await context.newPage(),
      `${site.url}${linkTo(source)}`,
      what,
    );
    expect(total).toBeLessThanOrEqual(limit);
    expect(holdsRuntime, "what runs in the worker is among it").toBe(true);
    expect(files.filter(({ path }) => /monaco|editor|ts\.worker|\.ttf/i.test(path))).toEqual([]);
  });
}

test(`a link as Share writes it loads at most ${packedLimitBytes / 1000} KB more`, async ({ open, browser, site }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.toolbar("Share").click();
  const share = tab.page.getByRole("dialog", { name: "Share" });
  await share.getByRole("radio", { name: "App" }).check();
  const link = share.getByRole("textbox", { name: "Link" });
  await expect(link).toHaveValue(/#code=a\w[\w-]+&view=app$/);
  const other = await browser.newContext();
  const address = site.url + new URL(await link.inputValue()).hash;
  const { total } = await loadedBy(await other.newPage(), address, "the score tracker, by a packed link,");
  await other.close();
  expect(total).toBeLessThanOrEqual(firstVisitLimitBytes + packedLimitBytes);
});

/** What is loaded until the score tracker at an address has answered. */
async function loadedBy(page: Page, address: string, what: string) {
  const bodies: Promise<{ readonly path: string; readonly body: Buffer }>[] = [];
  const onResponse = (response: Response): void => {
    if (!response.url().startsWith("http")) return;
    bodies.push(response.body().then((body) => ({ path: new URL(response.url()).pathname, body })));
  };
  page.on("response", onResponse);
  await page.goto(address);
  const { user } = new Playground(page);
  await user.send({ Score: "3" });
  await user.showsJson("Top Scores", [3]);
  page.off("response", onResponse);

  const files = (await Promise.all(bodies)).map(({ path, body }) => ({
    path,
    bytes: brotliBytes(body),
    text: body.toString(),
  }));
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const holdsRuntime = files.some(({ text }) => text.includes("sourceURL=interstate-runtime.js"));
  const report = files.map(({ path, bytes }) => `${kb(bytes)}  ${path}`);
  console.log(`Until ${what} is usable:\n${[...report, `${kb(total)}  in all`].join("\n")}`);
  return { files, total, holdsRuntime };
}

test("the page asks nobody but its own site for anything", async ({ context, site }) => {
  const strangers: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (/^(http|ws)/.test(url) && !url.startsWith(site.url)) strangers.push(url);
  });
  const tab = new Playground(await context.newPage());
  await tab.page.goto(`${site.url}${linkTo(yoursAndEveryones, "split")}`);
  await tab.ready();
  await tab.editor.ready();
  await tab.editor.hasNoProblems();
  expect(strangers).toEqual([]);
});

function brotliBytes(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} KB`;
}
