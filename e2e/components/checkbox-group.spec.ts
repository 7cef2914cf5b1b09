// CheckboxGroup: any number of some choices.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

const program = echo('CheckboxGroup(["USA", ["The Netherlands", "NL"], "Japan"], { LABEL, value: ["Japan"] })');

test("a CheckboxGroup gives what is ticked in the order of the choices, and shows a list", async ({ open }) => {
  const { user } = await open(program);
  await user.field("In").getByLabel("USA").check();
  await user.submit.click();
  await user.showsJson("Got", { type: "object", value: ["USA", "Japan"] });
  await expect(user.field("Out").getByLabel("USA")).toBeChecked();
  await expect(user.field("Out").getByLabel("The Netherlands")).not.toBeChecked();

  await user.field("In").getByLabel("USA").uncheck();
  await user.field("In").getByLabel("Japan").uncheck();
  await user.submit.click();
  await user.showsJson("Got", { type: "object", value: [] });
});

test("a CheckboxGroup works by keyboard alone", async ({ open }) => {
  const { page, user } = await open(program);
  await tabTo(page, "The Netherlands");
  await page.keyboard.press("Space");
  await tabTo(page, "Submit");
  await page.keyboard.press("Enter");
  await user.showsJson("Got", { type: "object", value: ["NL", "Japan"] });
});

test("one box ticks all of a CheckboxGroup, and knows when it is some", async ({ open }) => {
  const { user } = await open(
    echo('CheckboxGroup([1, 2, 3], { LABEL, value: [2], type: "index", showSelectAll: true })'),
  );
  const all = user.field("In").getByLabel("Select all");
  await expect(all).toBeChecked({ indeterminate: true });
  await all.check();
  await expect(all).toBeChecked();
  await user.field("In").getByLabel("2").uncheck();
  await expect(all).not.toBeChecked();
  await all.check();
  await all.uncheck();
  await expect(user.field("In").getByRole("checkbox", { checked: true })).toHaveCount(0);
});

test("what a CheckboxGroup cannot show is an error that says so", async ({ open }) => {
  const { user } = await open(program.replace("[value,", '["USA",'));
  await user.submit.click();
  await expect(user.alert).toContainText("is a CheckboxGroup, which takes a list of its choices");
});
