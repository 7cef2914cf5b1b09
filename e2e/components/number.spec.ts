// Number: what is typed, stepped and shown.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

const program = echo("Number({ LABEL, min: 0, max: 100, step: 5, precision: 1 })");

test("a Number gives what was typed, rounded to its precision, and shows one", async ({ open }) => {
  const { user } = await open(program);
  await expect(user.field("In")).toHaveRole("spinbutton");
  await user.send({ In: "12.34" });
  await user.showsJson("Got", { type: "number", value: 12.3 });
  await user.shows("Out", "12.3");
  await expect(user.field("Out")).not.toBeEditable();
});

test("a Number works by keyboard alone", async ({ open }) => {
  const { page, user } = await open(program);
  await tabTo(page, "In");
  await page.keyboard.press("ArrowUp");
  await expect(user.field("In")).toHaveValue("5");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(user.field("In")).toHaveValue("0");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7,5");
  await page.keyboard.press("Enter");
  await user.showsJson("Got", { type: "number", value: 7.5 });
});

for (const [typed, message] of [
  ["-1", "Enter a number of at least 0."],
  ["100.1", "Enter a number of at most 100."],
  ["", "Enter a number."],
  ["ten", 'Enter a number; this is the text "ten".'],
] as const) {
  test(`"${typed}" in a Number is an error at the field`, async ({ open }) => {
    const { user } = await open(program);
    await user.send({ In: typed });
    await expect(user.alert).toHaveText(message);
    await expect(user.field("In")).toHaveAccessibleDescription(message);
    await user.send({ In: "1" });
    await user.showsJson("Got", { type: "number", value: 1 });
    await expect(user.alert).toHaveCount(0);
  });
}

test("an empty Number is null where that is allowed", async ({ open }) => {
  const { user } = await open(echo("Number({ LABEL, required: false })"));
  await user.submit.click();
  await user.showsJson("Got", { type: "object", value: null });
  await user.shows("Out", "");
});
