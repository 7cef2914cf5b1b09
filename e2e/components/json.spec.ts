// gr.JSON: a tree that opens and closes, and stays quick however large it is.

import { copied } from "../fixtures/clipboard.ts";
import { watchFrames } from "../fixtures/responsiveness.ts";
import { expect, test } from "../fixtures/test.ts";

const program = (result: string, options = "") => `import * as gr from "interstate";
export default gr.Interface({ fn: () => (${result}), inputs: [], outputs: gr.JSON({ label: "Value"${options} }) });
`;

/** Long enough that it does not stand open by itself. */
const nested = `{ a: { text: "${"x".repeat(2000)}", b: { c: [1, 2, { d: "deep" }] } } }`;

test("toggles open and close by keyboard", async ({ open }) => {
  const { user, page } = await open(program(nested));
  await user.generate.click();
  const value = user.field("Value");
  await expect(value.getByText('"deep"')).toBeHidden();
  await value.focus();
  await page.keyboard.press("Tab");
  await expect(value.getByRole("button", { name: "Collapse" }).first()).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // What is in it is short, and stands open by itself.
  await expect(value.getByText('"deep"')).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(value.getByText('"deep"')).toBeHidden();
  await expect(value.getByRole("button", { expanded: true })).toHaveCount(1);
});

test("open: true shows all of it; showIndices numbers lists", async ({ open }) => {
  const { user } = await open(program(nested, ", open: true, showIndices: true"));
  await user.generate.click();
  const value = user.field("Value");
  await expect(value.getByText('"deep"')).toBeVisible();
  await expect(value.getByRole("button", { name: "Expand" })).toHaveCount(0);
  await expect(value).toHaveClass(/indexed/);
});

test("maxHeight makes it scroll", async ({ open }) => {
  const { user } = await open(
    program("Array.from({ length: 90 }, (_, i) => ({ i, text: 'row' }))", ", maxHeight: 120, open: true"),
  );
  await user.generate.click();
  await expect(user.field("Value")).toHaveCSS("max-height", "120px");
  await expect(user.field("Value")).toContainText("89");
});

test("ten megabytes open, and the page answers throughout", async ({ open }) => {
  const { user, page } = await open(
    program(
      "Array.from({ length: 130_000 }, (_, i) => ({ id: i, name: 'item ' + i, tags: ['red', 'green', i % 7], at: { x: i, y: -i } }))",
    ),
  );
  const frames = await watchFrames(page);
  await user.generate.click();
  const value = user.field("Value");
  await expect(value.getByRole("button", { name: "Expand" }).first()).toBeVisible();
  // In parts of parts: the first part, then the first of its parts.
  await value.getByRole("button", { name: "Expand" }).first().click();
  await value.getByRole("button", { name: "Expand" }).first().click();
  await expect(value).toContainText('"item 0"');
  await expect.poll(() => value.locator(".json-node").count()).toBeLessThan(2000);
  await frames.stayedResponsive();
});

test("the button copies the JSON", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { user, page } = await open(program("{ a: [1, null] }"));
  await user.generate.click();
  await user.button("Copy JSON").click();
  await expect(async () => expect(JSON.parse(await copied(page))).toEqual({ a: [1, null] })).toPass();
});
