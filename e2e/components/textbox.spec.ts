// Textbox: what stands beside the text.

import { tabTo } from "../fixtures/accessibility.ts";
import { copied } from "../fixtures/clipboard.ts";
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
  await expect.poll(() => copied(page)).toBe("abc");
  await expect(user.field("Out")).toHaveAttribute("dir", "rtl");
});

test("a Textbox gives what was typed, and shows a text, by keyboard alone", async ({ open }) => {
  const { page, user } = await open(echo("Textbox({ LABEL })"));
  await tabTo(page, "In");
  await page.keyboard.type('a <b>"ü"</b> 😀');
  await page.keyboard.press("Enter");
  await user.showsJson("Got", { type: "string", value: 'a <b>"ü"</b> 😀' });
  await user.shows("Out", 'a <b>"ü"</b> 😀');
  await expect(user.field("Out")).not.toBeEditable();
});

test("in a Textbox of several lines Enter is a new line, and Shift+Enter submits", async ({ open }) => {
  const { page, user } = await open(echo("Textbox({ LABEL, lines: 3 })"));
  await tabTo(page, "In");
  await page.keyboard.type("one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Shift+Enter");
  await user.showsJson("Got", { type: "string", value: "one\ntwo" });
});

test("what is longer than maxLength cannot be typed, and a password is not shown", async ({ open }) => {
  const { user } = await open(echo('Textbox({ LABEL, maxLength: 3, type: "password" })'));
  await expect(user.field("In")).toHaveAttribute("type", "password");
  await user.field("In").pressSequentially("abcdef");
  await user.submit.click();
  await user.showsJson("Got", { type: "string", value: "abc" });
});
