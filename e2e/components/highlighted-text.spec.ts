// gr.HighlightedText: marks shown, and marks made by pointer and by keyboard.

import { expect, test } from "../fixtures/test.ts";

const program = (result: string, options = "") => `import * as gr from "interstate";
export default gr.Interface({ fn: () => (${result}) as never, inputs: [], outputs: gr.HighlightedText({ label: "Text"${options} }) });
`;

test("a list of texts and categories shows as marks that name them", async ({ open }) => {
  const { user } = await open(program('[["Ada", "person"], [" slept in ", null], ["London", "place"]]'));
  await user.generate.click();
  await expect(user.field("Text").locator("mark")).toHaveText(["Adaperson", "Londonplace"]);
  await expect(user.field("Text")).toContainText("slept in");
});

test("entities show as taggers give them, overlapping ones cut", async ({ open }) => {
  const { user } = await open(
    program(
      '{ text: "Ada of London", entities: [{ entity: "place", start: 7, end: 13 }, { entity_group: "person", start: 0, end: 9 }] }',
      ", showLegend: true",
    ),
  );
  await user.generate.click();
  await expect(user.field("Text")).toHaveText("Ada of London");
  await expect(user.field("Text").locator("mark")).toHaveText(["Ada of Lo", "ndon"]);
  await expect(user.region.getByRole("list", { name: "Categories" }).getByRole("listitem")).toHaveText([
    "person",
    "place",
  ]);
});

test("combineAdjacent joins neighbours, with a separator between", async ({ open }) => {
  const { user } = await open(
    program(
      '[["a", "+"], ["b", "+"], ["c", null], ["d", "-"]]',
      ', combineAdjacent: true, adjacentSeparator: "·", showInlineCategory: false, colorMap: { "+": "rgb(0 128 0)" }',
    ),
  );
  await user.generate.click();
  await expect(user.field("Text").locator("mark")).toHaveText(["a·b", "d"]);
});

test("scores show by strength, and are read out", async ({ open }) => {
  const { user } = await open(program('[["good", 0.9], [" or ", 0], ["bad", -0.8]]'));
  await user.generate.click();
  await expect(user.field("Text").locator("mark")).toHaveText(["good (0.9)", /or\s+\(0\)/, "bad (-0.8)"]);
});

const marking = `import * as gr from "interstate";
export default gr.Interface({
  fn: (pieces: [string, string | number | null][]) => pieces,
  inputs: gr.HighlightedText({ label: "Text", value: [["Ada", "person"], [" met Charles", null]] }),
  outputs: gr.JSON({ label: "Pieces" }),
});
`;

test("a part that is selected by the pointer gets a category", async ({ open }) => {
  const { user } = await open(marking);
  await user
    .field("Text")
    .getByText("met Charles")
    .dblclick({ position: { x: 60, y: 10 } });
  await user.field("Category").fill("friend");
  await user.button("Mark").click();
  await user.submit.click();
  await user.showsJson("Pieces", [
    ["Ada", "person"],
    [" met ", null],
    ["Charles", "friend"],
  ]);
});

test("by keyboard alone: select, mark, and take a mark away", async ({ open }) => {
  const { user, page } = await open(marking);
  await user.field("Text").focus();
  await page.keyboard.press("ControlOrMeta+End");
  for (let i = 0; i < "Charles".length; i++) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Tab");
  await expect(user.field("Category")).toBeFocused();
  await page.keyboard.type("friend");
  await page.keyboard.press("Enter");
  await expect(user.field("Text").locator("mark")).toHaveText(["Ada", "Charles"]);

  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowRight");
  await expect(user.field("Category")).toHaveValue("person");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(user.button("Unmark")).toBeFocused();
  await page.keyboard.press("Enter");
  await user.submit.click();
  await user.showsJson("Pieces", [
    ["Ada met ", null],
    ["Charles", "friend"],
  ]);
});

test("the text itself cannot be typed over", async ({ open }) => {
  const { user, page } = await open(marking);
  await user.field("Text").click();
  await page.keyboard.type("xyz");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await user.submit.click();
  await user.showsJson("Pieces", [
    ["Ada", "person"],
    [" met Charles", null],
  ]);
});

test("what has another shape is refused in words", async ({ open }) => {
  const { user } = await open(program('[["Ada", "person"], "slept"]'));
  await user.generate.click();
  await expect(user.alert).toContainText('but piece 1 is the text "slept"');
});

test("20,000 pieces are the most", async ({ open }) => {
  const { user } = await open(program('Array.from({ length: 20_001 }, () => ["a", null])'));
  await user.generate.click();
  await expect(user.alert).toContainText("the list has 20,001 pieces; at most 20,000 can be shown");
});
