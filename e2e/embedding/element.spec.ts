// <interstate-app> in a page of another origin: on click or eager, as high as it needs, light or dark.

import type { FrameLocator, Page } from "@playwright/test";
import { attribute, expect, test } from "../fixtures/embedding-page.ts";
import { Playground } from "../fixtures/playground.ts";
import { scoreTracker } from "../programs.ts";

const growing = `import * as gr from "interstate";
export default gr.Interface({ fn: (n: number) => Array.from({ length: n }, (_, i) => "line " + i).join("\\n"), inputs: gr.Number({ label: "Lines" }), outputs: gr.Textbox({ label: "Text", lines: 2, maxLines: 200 }) });
`;

test("nothing is loaded before somebody presses the button, which says what it starts", async ({
  embed,
  addressOf,
  site,
}) => {
  const before = site.requests.length;
  const { page } = await embed(
    `<interstate-app src="${attribute(addressOf(scoreTracker))}" title="High scores"></interstate-app>`,
  );
  const run = page.getByRole("button", { name: "Run High scores" });
  await expect(run).toBeVisible();
  expect(site.requests.slice(before)).toEqual(["/interstate.js"]);
  await run.click();
  const frame = page.frameLocator('iframe[title="High scores"]');
  await frame.getByLabel("Score", { exact: true }).fill("7");
  await frame.getByRole("button", { name: "Submit" }).click();
  await expect(frame.getByLabel("Top Scores", { exact: true })).toContainText("7");
});

test("an eager element runs code at once, and grows and shrinks with its app", async ({ embed }) => {
  const { page } = await embed(
    `<interstate-app eager title="Lines" code="${attribute(growing)}"></interstate-app><p>below</p>`,
  );
  const element = page.locator("interstate-app");
  const height = async () => (await element.boundingBox())?.height ?? 0;
  const frame = page.frameLocator("iframe");
  const fill = async (lines: string) => {
    await frame.getByLabel("Lines", { exact: true }).fill(lines);
    await frame.getByRole("button", { name: "Submit" }).click();
  };
  const hasNoScrollbar = () =>
    frame.locator(".users-scroll").evaluate((scrolls) => scrolls.scrollHeight <= scrolls.clientHeight);
  await fill("2");
  await expect(frame.getByLabel("Text", { exact: true })).toHaveValue(/line 1$/);
  await expect.poll(hasNoScrollbar).toBe(true);
  // Once it has the height that it asks for, and not while it gets there.
  let small = 0;
  await expect(async () => {
    const before = await height();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    small = await height();
    expect(small).toBe(before);
  }).toPass();
  await fill("80");
  await expect.poll(height).toBeGreaterThan(small + 800);
  await expect.poll(hasNoScrollbar).toBe(true);
  await fill("2");
  await expect.poll(height).toBe(small);
});

test("the theme is what the attribute says, from the start and when it changes", async ({ embed, addressOf }) => {
  const { page } = await embed(
    `<interstate-app eager theme="dark" src="${attribute(addressOf(scoreTracker))}"></interstate-app>`,
  );
  const frame = page.frameLocator("iframe");
  await expect(frame.getByLabel("Score", { exact: true })).toBeVisible();
  const ground = () => frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await ground()).toBe("rgb(20, 20, 22)");
  await page.locator("interstate-app").evaluate((element) => element.setAttribute("theme", "light"));
  await expect.poll(ground).toBe("rgb(246, 246, 244)");
});

test("a client of an element starts it, and shares the shared variables with who looks at it", async ({
  embed,
  addressOf,
}) => {
  const { page, withClient } = await embed(
    `<interstate-app src="${attribute(addressOf(scoreTracker))}" title="Scores"></interstate-app>`,
  );
  const { data } = await withClient<{ data: unknown }>(
    `document.querySelector("interstate-app")`,
    `return await app.predict("/trackScore", [3]);`,
  );
  expect(data).toEqual([[3]]);
  const frame = page.frameLocator("iframe");
  await frame.getByLabel("Score", { exact: true }).fill("9");
  await frame.getByRole("button", { name: "Submit" }).click();
  await expect(frame.getByLabel("Top Scores", { exact: true })).toHaveText(/9\s*,?\s*3/);
});

test("an embedded app is the app alone, and is edited in a tab of its own", async ({ embed, addressOf, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page } = await embed(
    `<interstate-app eager src="${attribute(addressOf(scoreTracker))}" title="Scores"></interstate-app>`,
  );
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("button", { name: "Submit" })).toBeVisible();
  await expect(frame.getByRole("banner")).toHaveCount(0);
  const opened = context.waitForEvent("page");
  await frame.getByRole("link", { name: "Edit in Interstate" }).click();
  const tab = new Playground(await opened);
  await tab.editor.ready();
  await tab.editor.holds(scoreTracker);
  await expect(tab.page.getByRole("banner")).toBeVisible();
  // The frame goes on with what it is.
  await expect(frame.getByRole("button", { name: "Submit" })).toBeVisible();
});

test("what is chosen in a frame is not chosen for the site itself", async ({ embed, addressOf, context, site }) => {
  const { page } = await embed(
    `<iframe title="Scores" width="900" height="600" src="${attribute(addressOf(scoreTracker).replace("view=app", "view=split"))}"></iframe>`,
  );
  const frame = page.frameLocator("iframe");
  const state = (of: Page | FrameLocator) => of.getByRole("region", { name: "State", exact: true });
  await expect(state(frame)).toBeVisible();
  await frame.getByRole("banner").getByRole("button", { name: "State", exact: true }).click();
  await expect(state(frame)).toBeHidden();
  const own = await context.newPage();
  await own.goto(addressOf(scoreTracker).replace("view=app", "view=split"));
  await new Playground(own).ready();
  await expect(own.getByRole("banner").getByRole("button", { name: "State", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const names = await page
    .frame({ url: (url) => url.href.startsWith(site.url) })
    ?.evaluate(() => Object.keys(localStorage));
  const strangers = names?.filter((name) => name.startsWith("interstate:") && !name.includes("#"));
  expect([names?.some((name) => name.includes("#http")), strangers]).toEqual([true, []]);
});

test("an element that names nothing says what it needs", async ({ embed }) => {
  const { page } = await embed(
    `<interstate-app eager></interstate-app><interstate-app src="data:,x"></interstate-app>`,
  );
  await expect(page.getByRole("alert")).toHaveText(/needs the address of an app/);
  await page.getByRole("button").click();
  await expect(page.getByRole("alert").last()).toHaveText(/no address of a site/);
});
