// A Dataframe as a person uses it: a spreadsheet to fill in, a table to read.

import { copied } from "../fixtures/clipboard.ts";
import { cell, showsRows, tableOutput } from "../fixtures/table.ts";
import { expect, test } from "../fixtures/test.ts";

const assets = `import * as gr from "interstate";

function total(assets: { Item: string; Cost: number; Deductible: boolean }[]) {
  return [assets, assets];
}

export default gr.Interface({
  fn: total,
  inputs: gr.Dataframe({
    label: "Assets",
    headers: ["Item", "Cost", "Deductible"],
    datatype: ["str", "number", "bool"],
    value: [["Suit", 5000, true], ["Laptop", 800, false], ["Car", 1800, true]],
    showSearch: "filter",
    showRowNumbers: true,
  }),
  outputs: [gr.JSON({ label: "Received" }), gr.Dataframe({ label: "Shown" })],
});
`;

const records = [
  { Item: "Suit", Cost: 5000, Deductible: true },
  { Item: "Laptop", Cost: 800, Deductible: false },
  { Item: "Car", Cost: 1800, Deductible: true },
];

/** A program with one table in, and what it received as JSON out. */
function tableApp(options: string, before = ""): string {
  return `import * as gr from "interstate";
${before}
const show = (rows: unknown) => rows;
export default gr.Interface({
  fn: show,
  inputs: gr.Dataframe({ label: "Table", ${options} }),
  outputs: gr.JSON({ label: "Received" }),
});
`;
}

test("a function receives what a table holds, and a table shows what a function returns", async ({ open }) => {
  const { user } = await open(assets);
  await user.submit.click();
  await user.showsJson("Received", records);
  await showsRows(user.field("Shown"), [
    ["Suit", "5000", "true"],
    ["Laptop", "800", "false"],
    ["Car", "1800", "true"],
  ]);
  await expect(user.field("Shown")).toHaveAttribute("aria-rowcount", "4");
  await expect(user.field("Shown")).toHaveAttribute("aria-readonly", "true");
});

test("a table is filled in by keyboard alone", async ({ open }) => {
  const { page, user } = await open(assets);
  const { keyboard } = page;
  await user.field("Assets").focus();
  // A character replaces, Enter goes down, F2 edits what is there, Tab goes right, Escape leaves it.
  await keyboard.type("Coat");
  await keyboard.press("Enter");
  await keyboard.press("F2");
  await keyboard.type("s");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("1000,5");
  await keyboard.press("Tab");
  await keyboard.press(" ");
  await keyboard.press("ArrowDown");
  await keyboard.press("Home");
  await keyboard.type("Bus");
  await keyboard.press("Escape");
  await keyboard.press("End");
  await keyboard.press("ArrowLeft");
  await keyboard.press("Delete");
  await user.submit.click();
  await user.showsJson("Received", [
    { Item: "Coat", Cost: 5000, Deductible: true },
    { Item: "Laptops", Cost: 1000.5, Deductible: true },
    { Item: "Car", Cost: null, Deductible: true },
  ]);
});

test("Tab leaves a table, and the cell that keys act on is named", async ({ open }) => {
  const { page, user } = await open(tableApp('value: [["a", "b"], ["c", "d"]]'));
  const table = user.field("Table");
  await table.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ControlOrMeta+ArrowDown");
  await expect(async () => {
    const active = await table.getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${active}"]`).allTextContents()).toEqual(["d"]);
  }).toPass();
  for (let press = 0; press < 5; press++) await page.keyboard.press("Tab");
  await expect(table).not.toBeFocused();
});

test("sorting and filtering change what is seen, not what the function receives", async ({ open }) => {
  const { page, user } = await open(assets);
  const table = user.field("Assets");
  const cost = table.getByRole("columnheader", { name: "Cost" });
  await cost.click();
  await expect(cost).toHaveAttribute("aria-sort", "ascending");
  await showsRows(table, [
    ["Laptop", "800", ""],
    ["Car", "1800", ""],
    ["Suit", "5000", ""],
  ]);
  await page.keyboard.press("Enter");
  await expect(cost).toHaveAttribute("aria-sort", "descending");
  await user.field("Filter Cost").fill("<2000");
  await showsRows(table, [
    ["Car", "1800", ""],
    ["Laptop", "800", ""],
  ]);
  await expect(user.region.getByText("2 of 3 rows")).toBeVisible();
  await user.field("Search Assets").fill("lap");
  await showsRows(table, [["Laptop", "800", ""]]);
  // What is edited is the row that is seen.
  await cell(table, 0, 1).dblclick();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("9000");
  await page.keyboard.press("Enter");
  await user.submit.click();
  await user.showsJson("Received", [records[0], { ...records[1], Cost: 9000 }, records[2]]);
});

test("cells are copied to a spreadsheet and pasted from one", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, user } = await open(assets);
  const table = user.field("Assets");
  await cell(table, 0, 0).click();
  await cell(table, 1, 1).click({ modifiers: ["Shift"] });
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(() => copied(page)).toBe("Suit\t5000\nLaptop\t800");

  await page.evaluate(() => navigator.clipboard.writeText('"Two\nlines"\t12\tyes\r\nLast\t13\tno\r\n'));
  await cell(table, 2, 0).click();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(user.region.getByText("4 rows")).toBeVisible();
  await user.submit.click();
  await user.showsJson("Received", [
    ...records.slice(0, 2),
    { Item: "Two\nlines", Cost: 12, Deductible: true },
    { Item: "Last", Cost: 13, Deductible: false },
  ]);

  // Ctrl+Z takes the cells back, then the row that was added for them.
  await page.keyboard.press("ControlOrMeta+z");
  await table.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(user.region.getByText("3 rows")).toBeVisible();
  await user.submit.click();
  await user.showsJson("Received", records);
});

test("a single cell fills the whole selection", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, user } = await open(tableApp('value: [[1, 2], [3, 4]], type: "array"'));
  const table = user.field("Table");
  await table.focus();
  await page.evaluate(() => navigator.clipboard.writeText("7"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
  await user.submit.click();
  await user.showsJson("Received", [
    [7, 7],
    [7, 7],
  ]);
});

test("rows and columns come and go, and a column is renamed", async ({ open }) => {
  const { page, user } = await open(tableApp('headers: ["a"]'));
  const table = user.field("Table");
  await table.focus();
  await page.keyboard.type("first");
  await page.keyboard.press("Enter");
  await user.button("Add row").click();
  await page.keyboard.type("second");
  await page.keyboard.press("Enter");
  await user.button("Add column").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("b");
  await page.keyboard.press("Enter");
  await user.submit.click();
  await user.showsJson("Received", [
    { a: "first", b: null },
    { a: "second", b: null },
  ]);

  await cell(table, 0, 0).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Insert row above" }).click();
  await cell(table, 2, 0).click();
  await user.button("Delete row").click();
  await cell(table, 0, 1).click();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await user.submit.click();
  await user.showsJson("Received", [{ a: null }, { a: "first" }]);
});

test("a table of fixed size keeps it, and what is static stays", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, user } = await open(
    tableApp('value: [[1, 2]], rowCount: [1, "fixed"], columnCount: [2, "fixed"], staticColumns: [0], type: "array"'),
  );
  const table = user.field("Table");
  await expect(user.button("Add row")).toBeHidden();
  await expect(user.button("Add column")).toBeHidden();
  await cell(table, 0, 0).click();
  await expect(user.button("Delete row")).toBeHidden();
  await page.keyboard.type("9");
  await page.evaluate(() => navigator.clipboard.writeText("5\t6\n7\t8"));
  await page.keyboard.press("ControlOrMeta+v");
  await user.submit.click();
  await user.showsJson("Received", [[1, 6]]);
});

test("a cell that does not fit its column is marked, and named when it is submitted", async ({ open }) => {
  const { page, user } = await open(assets);
  const table = user.field("Assets");
  await cell(table, 1, 1).dblclick();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("cheap");
  await page.keyboard.press("Enter");
  await expect(cell(table, 1, 1)).toHaveAttribute("aria-invalid", "true");
  await user.submit.click();
  await expect(user.alert).toHaveText('Row 2, Cost: "cheap" is no number.');
  await page.keyboard.press("Escape");
  await table.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await user.submit.click();
  await user.showsJson("Received", records);
});

test("a hundred thousand rows are never more than 200 in the page, wherever one scrolls", async ({ open }) => {
  const { page, user } = await open(
    tableOutput("Array.from({ length: 100_000 }, (_, i) => ({ id: i, name: `row ${i}`, square: i * i }))"),
  );
  await user.generate.click();
  const table = user.field("Table");
  await expect(table).toHaveAttribute("aria-rowcount", "100001");
  const most = await table.evaluate(async (grid) => {
    let rows = 0;
    for (let step = 0; step <= 200; step++) {
      // In leaps and in small steps.
      grid.scrollTop = step < 100 ? (grid.scrollHeight * step) / 100 : grid.scrollHeight - (step - 100) * 57;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      rows = Math.max(rows, grid.querySelectorAll('[role="row"]').length);
    }
    return rows;
  });
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThanOrEqual(200);

  await table.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await expect(table.getByRole("gridcell", { name: "row 99999", exact: true })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Home");
  await expect(table.getByRole("gridcell", { name: "row 0", exact: true })).toBeVisible();
  await table.getByRole("columnheader", { name: "id" }).click();
  await page.keyboard.press("Enter");
  await expect(cell(table, 0, 0)).toHaveText("99999");
});

test("an edit in a hundred thousand rows draws the cell anew and nothing else", async ({ open }) => {
  const { page, user } = await open(
    tableApp('value: Array.from({ length: 100_000 }, (_, i) => [i, i * 2]), type: "array"').replace(
      "=> rows",
      "=> (rows as number[][])[7]",
    ),
  );
  const table = user.field("Table");
  await cell(table, 7, 1).dblclick();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("5");
  const drawn = await table.evaluateHandle((grid) => {
    const places = new Set<string>();
    new MutationObserver((records) => {
      for (const { target, type } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        if (type !== "attributes") places.add(element?.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? "grid");
      }
    }).observe(grid, { subtree: true, childList: true, characterData: true });
    return places;
  });
  await page.keyboard.press("Enter");
  await expect(cell(table, 7, 1)).toHaveText("5");
  expect(await drawn.evaluate((places) => [...places])).toEqual(["7"]);
  await user.submit.click();
  await user.showsJson("Received", [7, 5]);
});

test("cells are toggled and edited by touch", async ({ browser, site }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${site.url}#src=${encodeURIComponent(assets)}&view=app`);
  const table = page.getByLabel("Assets", { exact: true });
  await cell(table, 0, 0).tap();
  await expect(page.getByLabel("Item, row 1", { exact: true })).toBeHidden();
  await cell(table, 0, 0).tap();
  await page.getByLabel("Item, row 1", { exact: true }).fill("Coat");
  await page.getByLabel("Deductible, row 2", { exact: true }).tap();
  await expect(page.getByLabel("Deductible, row 2", { exact: true })).toBeChecked();
  await expect(cell(table, 0, 0)).toHaveText("Coat");
  await expect.poll(async () => (await cell(table, 0, 0).boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await context.close();
});
