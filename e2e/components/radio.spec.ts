// Radio: one of a few choices.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

const program = echo('Radio(["add", ["take away", "subtract"], 3], { LABEL })');

test("a Radio gives the value of what was chosen, and shows one", async ({ open }) => {
  const { user } = await open(program);
  const input = user.field("In");
  await expect(input.getByRole("radio")).toHaveCount(3);
  await input.getByLabel("take away").check();
  await user.submit.click();
  await user.showsJson("Got", { type: "string", value: "subtract" });
  await expect(user.field("Out").getByLabel("take away")).toBeChecked();
  await expect(user.field("Out").getByLabel("take away")).toBeDisabled();

  await input.getByLabel("3", { exact: true }).check();
  await user.submit.click();
  await user.showsJson("Got", { type: "number", value: 3 });
});

test("a Radio works by keyboard alone", async ({ open }) => {
  const { page, user } = await open(program);
  await tabTo(page, "add");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(user.field("In").getByLabel("take away")).toBeChecked();
  await tabTo(page, "Submit");
  await page.keyboard.press("Enter");
  await user.showsJson("Got", { type: "string", value: "subtract" });
});

test("a Radio in which nothing is chosen is an error at the field, and null where that is allowed", async ({
  open,
}) => {
  const { user } = await open(program);
  await user.submit.click();
  await expect(user.alert).toHaveText("Choose one of these.");
  await user.field("In").getByLabel("add").check();
  await user.submit.click();
  await user.showsJson("Got", { type: "string", value: "add" });

  const optional = await open(echo('Radio(["add"], { LABEL, required: false })'));
  await optional.user.submit.click();
  await optional.user.showsJson("Got", { type: "object", value: null });
});

test("a Radio can give positions, and Clear takes it back to what it started with", async ({ open }) => {
  const { user } = await open(
    echo('Radio(["a", "b"], { LABEL, value: "a", type: "index" })').replace("[value,", "[null,"),
  );
  await user.field("In").getByLabel("b").check();
  await user.submit.click();
  await user.showsJson("Got", { type: "number", value: 1 });
  await user.clear.click();
  await expect(user.field("In").getByLabel("a")).toBeChecked();
});

test("what is no choice of a Radio is an error that says so", async ({ open }) => {
  const { user } = await open(program.replace("[value,", '["divide",'));
  await user.field("In").getByLabel("add").check();
  await user.submit.click();
  await expect(user.alert).toContainText('is a Radio, and the text "divide" is none of its choices');
});
