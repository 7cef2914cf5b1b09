// ColorPicker: a colour, picked or typed.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

const program = echo('ColorPicker({ LABEL, value: "#F80" })');

test("a ColorPicker gives a colour as #rrggbb, and shows one", async ({ open }) => {
  const { user } = await open(program);
  await expect(user.field("In")).toHaveValue("#ff8800");
  await user.field("Palette for In").fill("#00ff00");
  await expect(user.field("In")).toHaveValue("#00ff00");
  await user.submit.click();
  await user.showsJson("Got", { type: "string", value: "#00ff00" });
  await user.shows("Out", "#00ff00");
});

test("a colour can be typed in the ways of CSS, by keyboard alone", async ({ open }) => {
  const { page, user } = await open(program);
  for (const [typed, color] of [
    ["Teal", "#008080"],
    ["rgb(1, 2, 3)", "#010203"],
    ["hsl(120 100% 50%)", "#00ff00"],
    ["abc", "#aabbcc"],
  ] as const) {
    await tabTo(page, "In");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await user.showsJson("Got", { type: "string", value: color });
  }
});

test("what is no colour is an error, at the field or of the output", async ({ open }) => {
  const { user } = await open(program.replace("[value,", '["seven",'));
  await user.field("In").fill("orangish");
  await user.submit.click();
  await expect(user.alert).toContainText("Enter a colour");
  await user.field("In").fill("#123456");
  await user.submit.click();
  await expect(user.alert).toContainText('but the function returned the text "seven"');
});
