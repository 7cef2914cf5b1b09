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
  const links = page.getByRole("navigation", { name: "Components" }).getByRole("link");
  await expect(links.first()).toBeVisible();
  const names = await links.allTextContents();
  expect(names.length).toBeGreaterThan(1);
  const places = ["input", "output"].flatMap((side) => conditions.map((condition) => `${side}, ${condition}`));
  // All in one question: there are hundreds.
  const faults = () =>
    page.evaluate(
      ([names, places]) =>
        names.flatMap((name) => {
          const section = document.querySelector(`section[aria-label="${CSS.escape(name)}"]`);
          return places.flatMap((place) => {
            const [cell, ...more] = section?.querySelectorAll(`figure[aria-label="${place}"]`) ?? [];
            if (!cell || more.length > 0) return [`${name}, ${place} is not there once`];
            return cell.scrollWidth > cell.clientWidth + 1 ? [`${name}, ${place} is wider than its place`] : [];
          });
        }),
      [names.filter((text) => text !== "All"), places] as const,
    );
  await page.waitForLoadState("networkidle");
  await expect.poll(faults).toEqual([]);
});

test("a component of the gallery answers to what is typed into it", async ({ visit }) => {
  const { page } = await visit("?gallery=textbox");
  const cell = page.getByRole("figure", { name: "input, empty", exact: true });
  await cell.getByRole("textbox").fill("abc");
  await expect(cell.getByRole("status")).toHaveText('input "abc"');
  await expect(page.getByRole("region", { name: "Number", exact: true })).toHaveCount(0);
});
