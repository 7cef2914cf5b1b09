// What a Dataframe shows: all forms of a table, odd cells, formatted ones, many columns, long texts; and what is no table.

import { cell, showsRows, tableOutput, texts } from "../fixtures/table.ts";
import { expect, test } from "../fixtures/test.ts";

test.describe("a table is shown alike, returned as", () => {
  for (const value of [
    "[[1, 2], [3, 4]]",
    "({ a: [1, 3], b: [2, 4] })",
    'new Map([["a", [1, 3]], ["b", [2, 4]]])',
    '({ headers: ["a", "b"], data: [[1, 2], [3, 4]] })',
    "[{ a: 1, b: 2 }, { a: 3, b: 4 }]",
  ]) {
    test(value, async ({ open }) => {
      const { user } = await open(tableOutput(value, 'headers: ["a", "b"]'));
      await user.generate.click();
      const whole = [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ];
      await expect.poll(() => texts(user.field("Table"))).toEqual(whole);
    });
  }
});

test("NaN, large bigints, dates, nothing, and what is no number are shown as they are", async ({ open }) => {
  const row = "NaN, 10n ** 30n, new Date('2025-12-31'), null, undefined, -0, [1, 2]";
  const { user } = await open(tableOutput(`[[${row}]]`));
  await user.generate.click();
  const shown = ["NaN", `1${"0".repeat(30)}`, "2025-12-31", "", "", "0", "[1,2]"];
  await showsRows(user.field("Table"), [shown]);
});

test.describe("what is no table", () => {
  for (const [value, message] of [
    ['"text"', 'The output ("Table") is no table: it is the text "text"'],
    ["[[1], { a: 1 }]", "is no table: row 0 is a list of 1, but row 1 is an object"],
    ["[{ f: () => 1 }]", "cannot be shown: row 0, column 0 holds what is no data"],
  ] as const) {
    test(`${value} is an error that says so`, async ({ open }) => {
      const { user } = await open(tableOutput(`${value} as never`));
      await user.generate.click();
      await expect(user.alert).toContainText(message);
      // Nothing else breaks.
      await expect(user.generate).toBeEnabled();
    });
  }

  test("a wrong parameter names its place", async ({ open }) => {
    const { user } = await open(tableOutput("[]", 'datatype: "integer" as never'), { ready: false });
    await expect(user.alert).toContainText('outputs.datatype must be one of "auto", "str"');
  });
});

test("Markdown and HTML in cells are formatted, and scripts in them never run", async ({ open, expectErrors }) => {
  expectErrors(/inline event handler/, /404/);
  const { page, user } = await open(
    tableOutput(
      `[["**bold**", "<em>soft</em><img src=x onerror='document.title=1'><script>document.title=2</script>", "<b>no</b>"]]`,
      'datatype: ["markdown", "html", "str"]',
    ),
  );
  await user.generate.click();
  const table = user.field("Table");
  await expect(table.locator("strong")).toHaveText("bold");
  await expect(table.locator("em")).toHaveText("soft");
  await expect(table.locator("script, [onerror], b")).toHaveCount(0);
  await expect(table.getByText("<b>no</b>")).toBeVisible();
  expect(await page.title()).not.toMatch(/^[12]$/);
});

test("two hundred columns are as quick: those out of sight are not drawn, pinned ones stay", async ({ open }) => {
  const { page, user } = await open(
    tableOutput(
      "[Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`column ${i}`, i]))]",
      "pinnedColumns: 1, showRowNumbers: true",
    ),
  );
  await user.generate.click();
  const table = user.field("Table");
  await expect(table).toHaveAttribute("aria-colcount", "201");
  await expect.poll(() => table.getByRole("gridcell").count()).toBeLessThan(40);
  await table.focus();
  await page.keyboard.press("End");
  await expect(table.getByRole("gridcell", { name: "199", exact: true })).toBeInViewport();
  await expect(cell(table, 0, 0)).toBeInViewport();
  await expect.poll(() => table.getByRole("gridcell").count()).toBeLessThan(40);
});

test("long texts take several lines where they wrap, and rows are as high as they need", async ({ open }) => {
  const { user } = await open(
    tableOutput("Array.from({ length: 1000 }, (_, i) => [i, 'word '.repeat(i % 50)])", "wrap: true"),
  );
  await user.generate.click();
  const table = user.field("Table");
  await expect(cell(table, 20, 0)).toBeAttached();
  const heights = async (row: number) => (await cell(table, row, 1).boundingBox())?.height ?? 0;
  await table.evaluate((grid) => (grid.scrollTop = 500));
  await expect.poll(() => heights(19)).toBeGreaterThan(40);
  await table.focus();
  await table.press("ControlOrMeta+End");
  await expect(cell(table, 999, 0)).toBeInViewport();
});
