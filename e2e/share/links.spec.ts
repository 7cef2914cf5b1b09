// Links in a browser: what Share writes opens elsewhere, and what is no link of this page says so and changes nothing.

import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { copied } from "../fixtures/clipboard.ts";
import { expect, linkTo, test } from "../fixtures/test.ts";
import { scoreTracker } from "../programs.ts";

const edited = scoreTracker.replace('"Score"', '"Points"');

test.beforeEach(async ({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a link to an edited example is short, and opens the same program in another browser", async ({
  open,
  browser,
}) => {
  const tab = await open(edited, { view: "split" });
  await tab.toolbar("Share").click();
  await tab.page.getByRole("dialog", { name: "Share" }).getByRole("button", { name: "Copy" }).click();
  await expect.poll(() => copied(tab.page)).toContain("#code=");
  const link = await copied(tab.page);
  expect(new URL(link).hash).toMatch(/^#code=a[\w-]+$/);
  expect(new URL(link).hash.length).toBeLessThan(100);

  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(link);
  await expect(page.getByLabel("Points", { exact: true })).toBeVisible();
  await other.close();
});

test("a packed link keeps its text in the address until the code is changed, and its view", async ({ open, visit }) => {
  const tab = await open(edited);
  await tab.page.getByRole("button", { name: "Edit", exact: true }).click();
  await tab.toolbar("Share").click();
  const field = tab.page.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(/#code=/);
  const { hash } = new URL(await field.inputValue());
  const again = await visit(`${hash}&view=app`);
  await again.ready();
  await again.user.send({ Points: "3" });
  await again.user.showsJson("Top Scores", [3]);
  expect(new URL(again.page.url()).hash).toBe(`${hash}&view=app`);
  await again.page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(again.page).toHaveURL((url) => url.hash === hash);
});

for (const { what, address, reason } of [
  { what: "that was cut off", address: (hash: string) => hash.slice(0, -12), reason: "its end is missing" },
  {
    what: "in which a character was changed",
    address: (hash: string) => hash.slice(0, 14) + (hash[14] === "A" ? "B" : "A") + hash.slice(15),
    reason: "This link is damaged",
  },
  {
    what: "of the TypeScript playground",
    address: () => "#code/MYewdgzgLgBAllApgWwjAvDAFASgFCKQA2iAdEQOZYBEwMAHgEYCWAJgNRA",
    reason: "a link of the TypeScript playground",
  },
  {
    what: "with another playground's lz-string",
    address: () => "#code=N4IgzghgTgLgpgYwgewAQF4AUBvAUKqAS1UNQF8AaVAWzQDoAjAQ0oBNbaBqRgRgAYA",
    reason: "it may be another playground's",
  },
  {
    what: "of more than 1 MB",
    address: () => `#code=a0${randomBytes(800_000).toString("base64url")}`,
    reason: "holds more than 1 MB",
  },
  {
    what: "that unpacks to 500 MB",
    address: () => `#code=a0AAAA${deflateRawSync(Buffer.alloc(500_000_000)).toString("base64url")}`,
    reason: "unpacks to more than 1 MB",
  },
]) {
  test(`a link ${what} gives a readable page with the reason, and a way on`, async ({ open, visit }) => {
    const tab = await open(edited, { view: "split" });
    await tab.toolbar("Share").click();
    const field = tab.page.getByRole("textbox", { name: "Link" });
    await expect(field).toHaveValue(/#code=/);
    const { hash } = new URL(await field.inputValue());

    const broken = await visit(address(hash));
    await expect(broken.page.getByRole("heading", { name: "This link cannot be opened" })).toBeVisible();
    await expect(broken.page.getByText(reason)).toBeVisible();
    await broken.page.getByRole("link", { name: "Open the start page" }).click();
    await broken.ready();
  });
}

test("a link in the older, longer form still opens", async ({ visit }) => {
  const tab = await visit(linkTo(edited));
  await tab.ready();
  await expect(tab.user.field("Points")).toBeVisible();
});
