// The examples that work on tables show what their originals in Gradio show.

import { cell, showsRows } from "../fixtures/table.ts";
import { expect, test } from "../fixtures/test.ts";

test("tax calculator: what is deductible and married is taxed less", async ({ visit }) => {
  const tab = await visit("#example=tax-calculator&view=app");
  await tab.ready();
  await tab.user.submit.click();
  // 10,000 less 6,800 leaves 3,200: 254 + 376.8 + 616 + 885 is 2,131.8; three quarters of it.
  await tab.user.shows("Tax due", "1599");
  await tab.user.field("Deductible, row 3").uncheck();
  await tab.user.field("Single").check();
  await tab.user.submit.click();
  await tab.user.shows("Tax due", "3392");
});

test("filter records: only those of the chosen gender are left, rows that were added too", async ({ visit }) => {
  const tab = await visit("#example=filter-records&view=app");
  await tab.ready();
  const { user, page } = tab;
  await user.submit.click();
  await showsRows(user.field("Found"), [
    ["Ada", "36", "F"],
    ["Grace", "85", "F"],
  ]);
  await user.button("Add row").click();
  await cell(user.field("records"), 5, 0).click();
  await page.keyboard.type("Mary");
  await page.keyboard.press("Tab");
  await page.keyboard.type("52");
  await page.keyboard.press("Tab");
  await page.keyboard.type("F");
  await page.keyboard.press("Enter");
  await user.submit.click();
  await expect(user.field("Found")).toHaveAttribute("aria-rowcount", "4");
});

test("sales projections: a line for each row of the table", async ({ visit }) => {
  const tab = await visit("#example=sales-projections&view=app");
  await tab.ready();
  await tab.user.submit.click();
  await expect(tab.user.field("Projection")).toHaveAccessibleDescription(
    /^Line plot of projected by month, 3 series: Google, Amazon, Facebook\. 39 points\. month from 0 to 12\./,
  );
});
