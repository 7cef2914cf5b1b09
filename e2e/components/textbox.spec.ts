// Textbox: what stands beside the text.

import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

const program = echo('Textbox({ LABEL, buttons: ["copy"], submitBtn: "Send", autofocus: true, rtl: true })');

test("a Textbox takes the focus, has a button that submits, and one that copies", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, user } = await open(program);
  await expect(user.field("In")).toBeFocused();
  await page.keyboard.type("abc");
  await user.button("Send").click();
  await user.showsJson("Got", { type: "string", value: "abc" });
  await user.button("Copy Out").click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("abc");
  await expect(user.field("Out")).toHaveAttribute("dir", "rtl");
});
