// Dropdown: one of many choices, or several, from a list that opens.

import { hasNoSeriousFindings, tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

const animals = '["cat", "dog", ["a fish", "fish"], "dragonfly"]';
const one = echo(`Dropdown(${animals}, { LABEL })`);
const several = echo(`Dropdown(${animals}, { LABEL, multiselect: true })`);

test("a Dropdown starts with the first choice, gives the value of what was chosen, and shows one", async ({ open }) => {
  const { page, user } = await open(one);
  await expect(user.field("In")).toHaveValue("cat");
  await user.field("In").click();
  await expect(page.getByRole("option")).toHaveText(["cat", "dog", "a fish", "dragonfly"]);
  await expect(page.getByRole("option", { name: "cat" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("option", { name: "a fish" }).click();
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await user.submit.click();
  await user.showsJson("Got", { type: "string", value: "fish" });
  await user.shows("Out", "a fish");
});

test("typing narrows the list of a Dropdown, and Enter takes the first that is left", async ({ open }) => {
  const { page, user } = await open(one);
  await user.field("In").fill("D");
  await expect(page.getByRole("option")).toHaveText(["dog", "dragonfly"]);
  await user.field("In").press("Enter");
  await expect(user.field("In")).toHaveValue("dog");

  await user.field("In").fill("xyz");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(user.region.getByText("No choice matches").first()).toBeAttached();
  await user.field("In").press("Escape");
  await expect(user.field("In")).toHaveValue("dog");
});

test("a choice that was typed out is chosen on leaving the field, and anything else is put back", async ({ open }) => {
  const { user } = await open(one);
  await user.field("In").fill("DOG");
  await user.field("In").press("Tab");
  await user.submit.click();
  await user.showsJson("Got", { type: "string", value: "dog" });
  await user.field("In").fill("unicorn");
  await user.field("In").press("Tab");
  await expect(user.field("In")).toHaveValue("dog");
});

test("a Dropdown works by keyboard alone, as comboboxes do", async ({ open }) => {
  const { page, user } = await open(one);
  const input = user.field("In");
  const active = () =>
    input.evaluate(
      (field) => document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent ?? null,
    );
  await tabTo(page, "In");
  await expect(input).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await expect(input).toHaveAttribute("aria-expanded", "true");
  await expect.poll(active).toBe("cat");
  await page.keyboard.press("ArrowUp");
  await expect.poll(active).toBe("dragonfly");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect.poll(active).toBe("dog");
  await hasNoSeriousFindings(page);
  await page.keyboard.press("Enter");
  await expect(input).toHaveValue("dog");
  await expect(input).toHaveAttribute("aria-expanded", "false");

  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("listbox", { name: "Choices for In" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await tabTo(page, "Submit");
  await page.keyboard.press("Enter");
  await user.showsJson("Got", { type: "string", value: "dog" });
});

test("several can be chosen, up to a limit, and taken back by keyboard", async ({ open }) => {
  const { page, user } = await open(several.replaceAll("multiselect: true", "multiselect: true, maxChoices: 2"));
  await tabTo(page, "In");
  await page.keyboard.type("fi");
  await page.keyboard.press("Enter");
  await page.keyboard.type("cat");
  await page.keyboard.press("Enter");
  await page.keyboard.type("dog");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await tabTo(page, "Submit");
  await page.keyboard.press("Enter");
  await user.showsJson("Got", { type: "object", value: ["fish", "cat"] });
  await expect(user.field("Out").getByRole("listitem")).toHaveText(["a fish", "cat"]);

  await page.keyboard.press("Shift+Tab");
  await tabTo(page, "In");
  await page.keyboard.press("Backspace");
  await user.submit.click();
  await user.showsJson("Got", { type: "object", value: ["fish"] });
  await user.region.getByRole("button", { name: "Remove a fish" }).click();
  await user.submit.click();
  await user.showsJson("Got", { type: "object", value: [] });
});

test("what is typed counts where custom values are allowed", async ({ open }) => {
  const { user } = await open(echo(`Dropdown(${animals}, { LABEL, allowCustomValue: true })`));
  await user.field("In").fill("unicorn");
  await user.field("In").press("Enter");
  await user.submit.click();
  await user.showsJson("Got", { type: "string", value: "unicorn" });
  await user.shows("Out", "unicorn");
});

test("a Dropdown that is only to choose from finds what begins with a letter", async ({ open }) => {
  const { page, user } = await open(
    echo(`Dropdown(${animals}, { LABEL, filterable: false, type: "index" })`).replace("[value,", "[null,"),
  );
  await tabTo(page, "In");
  await page.keyboard.press("d");
  await page.keyboard.press("Enter");
  await expect(user.field("In")).toHaveValue("dog");
  await page.keyboard.press("d");
  await page.keyboard.press("Enter");
  await expect(user.field("In")).toHaveValue("dragonfly");
  // From the one that is chosen, round and back.
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await page.keyboard.press("Enter");
  await expect(user.field("In")).toHaveValue("dragonfly");
  await user.submit.click();
  await user.showsJson("Got", { type: "number", value: 3 });
});

test("a list of 50,000 choices draws those in sight", async ({ open }) => {
  const { page, user } = await open(echo('Dropdown(Array.from({ length: 50_000 }, (_, i) => "n" + i), { LABEL })'));
  await user.field("In").click();
  await expect(page.getByRole("option").first()).toHaveText("n0");
  await expect.poll(() => page.getByRole("option").count()).toBeLessThan(60);
  await user.field("In").press("ArrowUp");
  await expect(page.getByRole("option", { name: "n49999", exact: true })).toBeInViewport();
  await expect.poll(() => page.getByRole("option").count()).toBeLessThan(60);
  await user.field("In").press("Enter");
  await user.submit.click();
  await user.showsJson("Got", { type: "string", value: "n49999" });
});

test("a wrong value of a Dropdown is an error that says so, and nothing chosen is one at the field", async ({
  open,
}) => {
  const { user } = await open(echo(`Dropdown(${animals}, { LABEL, value: null })`).replace("[value,", '["unicorn",'));
  await user.submit.click();
  await expect(user.alert).toHaveText("Choose one of these.");
  await user.field("In").fill("cat");
  await user.field("In").press("Enter");
  await user.submit.click();
  await expect(user.alert).toContainText('is a Dropdown, and the text "unicorn" is none of its choices');
});
