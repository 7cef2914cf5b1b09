// Checkbox: yes or no.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

const program = echo("Checkbox({ LABEL })");

test("a Checkbox gives whether it is ticked, and shows it", async ({ open }) => {
  const { user } = await open(program);
  await expect(user.field("In")).toHaveRole("checkbox");
  await user.submit.click();
  await user.showsJson("Got", { type: "boolean", value: false });
  await user.field("In").check();
  await user.submit.click();
  await user.showsJson("Got", { type: "boolean", value: true });
  await expect(user.field("Out")).toBeChecked();
  await expect(user.field("Out")).toBeDisabled();
  await user.clear.click();
  await expect(user.field("In")).not.toBeChecked();
  await expect(user.field("Out")).not.toBeChecked();
});

test("a Checkbox works by keyboard alone", async ({ open }) => {
  const { page, user } = await open(program);
  await tabTo(page, "In");
  await page.keyboard.press("Space");
  await tabTo(page, "Submit");
  await page.keyboard.press("Enter");
  await user.showsJson("Got", { type: "boolean", value: true });
});

test("what is neither true nor false is an error that says so", async ({ open }) => {
  const { user } = await open(program.replace("[value,", '["yes",'));
  await user.submit.click();
  await expect(user.alert).toContainText('is a Checkbox, but the function returned the text "yes"');
});
