// Plots as a person meets them: with sight by color and pointer, without it by words, keys and a table.

import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";

/** A program that puts out one plot. */
function plotApp(kind: "LinePlot" | "BarPlot" | "ScatterPlot", value: string, options = ""): string {
  return `import * as gr from "interstate";
const make = () => ${value};
export default gr.Interface({ fn: make, inputs: [], outputs: gr.${kind}({ label: "Plot", ${options} }) });
`;
}

/** Whether anything is drawn in a color other than those of the axes: the canvas has no other witness. */
function colorsIn(plot: Locator): Promise<number> {
  return plot.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const found = new Set<string>();
    for (let i = 0; i < data.length; i += 4) {
      const [r = 0, g = 0, b = 0, a = 0] = [data[i], data[i + 1], data[i + 2], data[i + 3]];
      if (a === 255 && Math.max(r, g, b) - Math.min(r, g, b) > 60) found.add(`${r},${g},${b}`);
    }
    return found.size;
  });
}

const sales = `[
  { city: "Rome", sales: 5, year: 2024 }, { city: "Oslo", sales: 8, year: 2024 },
  { city: "Rome", sales: 7, year: 2025 }, { city: "Oslo", sales: 3, year: 2025 },
]`;

test("a line plot is drawn, found by its label, and described in words", async ({ open }) => {
  const { user } = await open(plotApp("LinePlot", sales, 'x: "year", y: "sales", color: "city", title: "Sales"'));
  const plot = user.field("Plot");
  await expect(plot).toHaveAttribute("role", "img");
  await expect(plot).toHaveAccessibleDescription("Line plot, empty.");
  await user.generate.click();
  await expect(plot).toHaveAccessibleDescription(
    "Line plot of sales by year, 2 series: Rome, Oslo. 4 points. year from 2024 to 2025. sales from 3 to 8.",
  );
  await expect(user.region.getByRole("list", { name: "city" }).getByText("Oslo")).toBeVisible();
  await expect(user.region.getByText("Sales", { exact: true })).toBeVisible();
  await expect.poll(() => colorsIn(plot)).toBeGreaterThan(1);
});

test("a plot is drawn where the browser's language is no language", async ({ open, context }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "language", { get: () => "C" }));
  const { user } = await open(plotApp("LinePlot", sales, 'x: "year", y: "sales"'));
  await user.generate.click();
  await expect.poll(() => colorsIn(user.field("Plot"))).toBeGreaterThan(0);
});

test("the data is there as a table, by keyboard alone", async ({ open }) => {
  const { page, user } = await open(plotApp("BarPlot", sales, 'x: "city", y: "sales", sort: "-y"'));
  await user.generate.press("Enter");
  await user.button("Show data").focus();
  await page.keyboard.press("Enter");
  const table = user.field("Data of Plot");
  await expect(table.getByRole("row")).toHaveCount(5);
  await expect(table.getByRole("gridcell", { name: "Oslo" }).first()).toBeVisible();
  await user.button("Hide data").press("Enter");
  await expect(table).toHaveCount(0);
});

test("arrows read out what is drawn", async ({ open }) => {
  const { page, user } = await open(plotApp("LinePlot", sales, 'x: "year", y: "sales", color: "city"'));
  await user.generate.click();
  const plot = user.field("Plot");
  await expect(plot.locator("canvas")).toBeVisible();
  await plot.focus();
  await page.keyboard.press("ArrowRight");
  await expect(user.status.filter({ hasText: "year: 2024, Rome: 5, Oslo: 8" })).toBeAttached();
  await page.keyboard.press("End");
  await expect(user.status.filter({ hasText: "year: 2025, Rome: 7, Oslo: 3" })).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(user.status.filter({ hasText: "year:" })).toHaveCount(0);
});

test("the pointer is told what lies under it", async ({ open }) => {
  const { user } = await open(
    plotApp(
      "ScatterPlot",
      "[{ x: 1, y: 2, who: 'Ada' }, { x: 3, y: 4, who: 'Bob' }]",
      'tooltip: "all", yLim: [0, 6], xLim: [0, 4]',
    ),
  );
  await user.generate.click();
  const area = user.field("Plot").locator(".u-over");
  const box = await area.boundingBox();
  if (!box) throw new Error("The plot has no area.");
  await area.hover({ position: { x: (box.width * 3) / 4, y: box.height / 3 } });
  await expect(user.region.getByText("who: Bob")).toBeVisible();
});

test.describe("is a plot too:", () => {
  for (const [value, words] of [
    ["[]", "Line plot, empty."],
    ["[{ x: 1, y: 2 }]", "Line plot of y by x. 1 point. x from 1 to 1. y from 2 to 2."],
    [
      "[{ x: 1, y: NaN }, { x: Infinity, y: 1 }, { x: 3, y: null }]",
      "Line plot of y by x. 2 points. x from 1 to 3. 1 row has no number there and is left out.",
    ],
    [
      "[{ x: new Date('2025-01-01'), y: 1 }, { x: new Date('2025-02-01'), y: 2 }]",
      "Line plot of y by x. 2 points. x from 2025-01-01 to 2025-02-01. y from 1 to 2.",
    ],
  ] as const) {
    test(value, async ({ open }) => {
      const { user } = await open(plotApp("LinePlot", value));
      await user.generate.click();
      await expect(user.field("Plot")).toHaveAccessibleDescription(words);
    });
  }
});

for (const kind of ["LinePlot", "ScatterPlot"] as const) {
  test(`a hundred thousand points are drawn as a ${kind}, and the page answers`, async ({ open }) => {
    const x = "Float64Array.from({ length: 100_000 }, (_, i) => i)";
    const { user } = await open(plotApp(kind, `({ x: ${x}, y: ${x}.map((i) => Math.sin(i / 5) * i) })`));
    await user.generate.click();
    await expect(user.field("Plot")).toHaveAccessibleDescription(/100,000 points/);
    await expect.poll(() => colorsIn(user.field("Plot"))).toBeGreaterThan(0);
    await expect(user.generate).toBeEnabled();
  });
}

test("a column that is not there is an error that names those that are", async ({ open }) => {
  const { user } = await open(plotApp("BarPlot", sales, 'x: "town"'));
  await user.generate.click();
  await expect(user.alert).toContainText(
    'The output ("Plot") has no column "town" for x; its columns are "city", "sales", "year"',
  );
});

test("what is no table is an error that says so", async ({ open }) => {
  const { user } = await open(plotApp("BarPlot", '"text" as never'));
  await user.generate.click();
  await expect(user.alert).toContainText("is no table: it is the text");
});

test("a wrong parameter names its place", async ({ open }) => {
  const { user } = await open(plotApp("BarPlot", sales, 'xBin: "1 hour"'), { ready: false });
  await expect(user.alert).toContainText("outputs.xBin must be a number above 0");
});
