// What listeners are told of a table and of a plot: which cell was selected, what was edited, which stretch was marked.

import { cell } from "../fixtures/table.ts";
import { expect, test } from "../fixtures/test.ts";

const listening = `import * as gr from "interstate";

export default gr.Blocks(() => {
  const table = gr.Dataframe({ label: "Table", value: [["b", 2], ["a", 1]], headers: ["name", "n"], interactive: true });
  const plot = gr.LinePlot({ label: "Plot", value: [{ x: 0, y: 1 }, { x: 5, y: 2 }, { x: 10, y: 3 }], x: "x", y: "y" });
  const selected = gr.JSON({ label: "Selected" });
  const edited = gr.JSON({ label: "Edited" });
  const stretch = gr.JSON({ label: "Stretch" });
  table.select({ fn: (evt = gr.SelectData()) => ({ index: evt.index, value: evt.value }), outputs: selected });
  table.edit({ fn: (evt = gr.EditData()) => ({ index: evt.index, value: evt.value, before: evt.previousValue }), outputs: edited });
  plot.select({ fn: (evt = gr.SelectData()) => ({ value: evt.value }), outputs: stretch });
  plot.doubleClick({ fn: () => ({ value: "all" }), outputs: stretch });
});
`;

test("select and edit name the row of the table, however it is sorted", async ({ open }) => {
  const { page, user } = await open(listening);
  const table = user.field("Table");
  await table.getByRole("columnheader", { name: "name" }).click();
  await cell(table, 0, 1).click();
  await user.showsJson("Selected", { index: [1, 1], value: 1 });
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await user.showsJson("Edited", { index: [1, 1], value: 7, before: 1 });
});

test("a stretch of a plot is selected by keyboard, and let go of by a double click", async ({ open }) => {
  const { page, user } = await open(listening);
  await expect(user.field("Plot").locator("canvas")).toBeVisible();
  await user.field("Plot").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await user.showsJson("Stretch", { value: [0, 5] });
  await expect(user.status.filter({ hasText: "0 to 5 selected" })).toBeAttached();
  await user.field("Plot").locator(".u-over").dblclick();
  await user.showsJson("Stretch", { value: "all" });
});

test("a stretch of a plot is selected by dragging over it", async ({ open }) => {
  const { page, user } = await open(listening);
  const area = user.field("Plot").locator(".u-over");
  const { width, height } = await area.evaluate((element) => element.getBoundingClientRect());
  await area.hover({ position: { x: width / 4, y: height / 2 } });
  await page.mouse.down();
  for (const part of [3 / 8, 4 / 8, 5 / 8, 6 / 8]) await area.hover({ position: { x: width * part, y: height / 2 } });
  await page.mouse.up();
  const { value } = await user.json<{ value: [number, number] }>("Stretch");
  expect(value.map(Math.round)).toEqual([3, 8]);
});
