// Every example of the menu: it starts, its strip says what to try, its first press leads to no error, and the editor finds
// nothing wrong with it. What each must show has tests of its own.

import { readdirSync } from "node:fs";
import { expect, test } from "./fixtures/test.ts";
import type { Playground } from "./fixtures/playground.ts";
import type { UserApp } from "./fixtures/user-app.ts";

const files = readdirSync(new URL("../src/examples/", import.meta.url)).filter(
  (file) => file.endsWith(".ts") && !["index.ts", "first-visit.ts"].includes(file),
);
/** The editor loads once in each, and several can run beside each other. */
const perTest = 10;
const parts = Math.ceil(files.length / perTest);

for (let part = 0; part < parts; part++) {
  test(`examples start and have no problems, part ${part + 1} of ${parts}`, async ({ visit }) => {
    test.setTimeout(600_000);
    const tab = await visit("#view=split");
    const titles = await menuTitles(tab);
    for (const title of titles.filter((_, index) => index % parts === part)) {
      await test.step(title, async () => {
        await openExample(tab, title);
        await tab.ready();
        await tab.editor.ready();
        await tab.editor.hasNoProblems();
        await expect(tab.app.getByRole("alert")).toHaveCount(0);
        await pressFirst(await firstUser(tab));
        await tab.ready();
        await expect(tab.app.getByRole("alert")).toHaveCount(0);
      });
    }
  });
}

test("the strip above an example says what to try, and leads to the next one", async ({ visit }) => {
  const tab = await visit("#example=score-tracker");
  const strip = tab.page.getByRole("complementary", { name: "Try it" });
  await expect(strip).toContainText("submit 3, 9 and 5");
  await strip.getByRole("button", { name: /^Next: / }).click();
  await expect(strip).not.toContainText("submit 3, 9 and 5");
  await expect(tab.page).not.toHaveTitle(/Score tracker/);
  await strip.getByRole("button", { name: "Hide" }).click();
  await expect(strip).toBeHidden();
});

test("what is typed in the menu finds examples, and Enter opens the first", async ({ visit }) => {
  const tab = await visit("#example=score-tracker");
  const { page } = tab;
  await tab.ready();
  await tab.toolbar("Examples").click();
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.type("cannot copied");
  const search = page.getByRole("searchbox", { name: "Find an example" });
  await expect(search).toHaveValue("cannot copied");
  await expect(page.getByRole("menuitem")).toHaveCount(1);
  await search.fill("nothing is about this");
  await expect(page.getByText("No example is about that.")).toBeVisible();
  await search.fill("tac-toe");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Tic-tac-toe" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(search).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle("Tic-tac-toe · Interstate");
});

test("the menu fits on a phone, and leads on by touch", async ({ visit }) => {
  const tab = await visit("#example=score-tracker&view=split");
  const { page } = tab;
  await page.setViewportSize({ width: 390, height: 844 });
  await tab.toolbar("Examples").click();
  await expect(async () => {
    const menu = await page.getByRole("menu", { name: "Examples" }).boundingBox();
    expect(menu?.x).toBeGreaterThanOrEqual(0);
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(390);
  }).toPass();
  await page.getByRole("menuitem", { name: "To-do list" }).click();
  await expect(page).toHaveTitle("To-do list · Interstate");
});

async function menuTitles(tab: Playground): Promise<string[]> {
  await tab.toolbar("Examples").click();
  const items = tab.page.getByRole("menuitem").locator("b");
  await expect(items).toHaveCount(files.length);
  const titles = await items.allTextContents();
  await tab.page.keyboard.press("Escape");
  return titles;
}

async function openExample(tab: Playground, title: string): Promise<void> {
  await tab.toolbar("Examples").click();
  await tab.page
    .getByRole("menuitem")
    .filter({ has: tab.page.getByText(title, { exact: true }) })
    .click();
  await expect(tab.page).toHaveTitle(`${title} · Interstate`);
}

async function firstUser(tab: Playground): Promise<UserApp> {
  return (await tab.userNumber(1).region.isVisible()) ? tab.userNumber(1) : tab.user;
}

/** Submit or Generate, where an example has them, with numbers in its fields for numbers. */
async function pressFirst(user: UserApp): Promise<void> {
  for (const field of await user.region.getByRole("spinbutton").all()) {
    if (await field.isEditable()) await field.fill("2");
  }
  for (const button of [user.submit, user.generate]) if (await button.isVisible()) await button.click();
}
