// The gallery: every component in every condition. Nobody who cannot see, or who likes it dark, is left out.

import { seriousFindings } from "./fixtures/accessibility.ts";
import { expect, test } from "./fixtures/test.ts";

const conditions = ["empty", "filled", "error", "disabled", "long", "right-to-left"];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing serious in the gallery", async ({ visit }) => {
      const { page } = await visit("?gallery");
      await expect(page.getByRole("heading", { name: "Gallery", level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      expect(await seriousFindings(page)).toEqual([]);
    });
  });
}

test("each component stands there in each condition, as an input and as an output, and nothing is too wide", async ({
  visit,
}) => {
  const { page } = await visit("?gallery");
  const names = await page.getByRole("navigation", { name: "Components" }).getByRole("link").allTextContents();
  expect(names.length).toBeGreaterThan(1);
  for (const name of names.filter((text) => text !== "All")) {
    const section = page.getByRole("region", { name, exact: true });
    for (const side of ["input", "output"]) {
      for (const condition of conditions) {
        const cell = section.getByRole("figure", { name: `${side}, ${condition}`, exact: true });
        await expect(cell).toHaveCount(1);
        const tooWide = await cell.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
        expect(tooWide, `${name}, ${side}, ${condition} is wider than its place`).toBe(false);
      }
    }
  }
});

test("a component of the gallery answers to what is typed into it", async ({ visit }) => {
  const { page } = await visit("?gallery=textbox");
  const cell = page.getByRole("figure", { name: "input, empty", exact: true });
  await cell.getByRole("textbox").fill("abc");
  await expect(cell.getByRole("status")).toHaveText('input "abc"');
  await expect(page.getByRole("region", { name: "Number", exact: true })).toHaveCount(0);
});
