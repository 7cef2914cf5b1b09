// gr.Code: an editor as an input, the same to read as an output.

import { copied } from "../fixtures/clipboard.ts";
import { expect, test } from "../fixtures/test.ts";

const both = `import * as gr from "interstate";
export default gr.Interface({
  fn: (code: string) => code.toUpperCase(),
  inputs: gr.Code({ label: "Program", language: "python", value: "def f():\\n  pass" }),
  outputs: gr.Code({ label: "Result", language: "json" }),
});
`;

test("what is typed comes to the function, what it returns shows", async ({ open }) => {
  const { user } = await open(both);
  await user.field("Program").fill("a = 1");
  await user.submit.click();
  await user.shows("Result", "A = 1");
  await user.clear.click();
  await user.shows("Program", "def f():  pass");
  await user.shows("Result", "");
});

test("it has the colours of its language, and lines with numbers", async ({ open }) => {
  const { user, app } = await open(both);
  await expect(user.field("Program").locator(".tok-keyword").first()).toHaveText("def");
  await expect(app.locator(".cm-lineNumbers").first()).toContainText("2");
});

test("by keyboard alone: Tab indents, Escape and Tab leaves, undo takes back", async ({ open }) => {
  const { user, page } = await open(both);
  await user.field("Program").focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("x");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await expect(user.field("Program").locator(".cm-line").nth(2)).toHaveText(/^\s{4}x$/);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(user.field("Program").locator(".cm-line").nth(2)).toHaveText(/^\s{2}x$/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(user.field("Program")).not.toBeFocused();
});

test("an output can be read and copied, not changed", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { user, page } = await open(both);
  await user.submit.click();
  await user.shows("Result", "DEF F():  PASS");
  await user.field("Result").click();
  await page.keyboard.type("x");
  await user.shows("Result", "DEF F():  PASS");
  await expect(user.field("Result")).toHaveAttribute("aria-readonly", "true");
  await page.keyboard.press("Tab");
  await expect(user.field("Result")).not.toBeFocused();
  await user.button("Copy code").nth(1).click();
  await expect.poll(() => copied(page)).toBe("DEF F():\n  PASS");
});

test("the button hands it over as a file of its language", async ({ open }) => {
  const { user, page } = await open(both);
  const download = page.waitForEvent("download");
  await user.button("Download code").first().click();
  expect((await download).suggestedFilename()).toBe("code.py");
});

test("a megabyte of code stays quick: only the lines that are seen are drawn", async ({ open }) => {
  const { user, app } = await open(`import * as gr from "interstate";
export default gr.Interface({
  fn: () => "const value = 1; // note\\n".repeat(40_000),
  inputs: [],
  outputs: gr.Code({ label: "Result", language: "typescript", maxLines: 10 }),
});
`);
  await user.generate.click();
  await expect(app.locator(".cm-line").first()).toHaveText("const value = 1; // note");
  await expect.poll(() => app.locator(".cm-line").count()).toBeLessThan(100);
});

test("an unknown language is named at its place", async ({ open }) => {
  const { app } = await open(both.replace('"python"', '"pyton" as "python"'), { ready: false, view: "split" });
  await expect(app).toContainText('inputs.language must be a language such as "python", but it is the text "pyton".');
  await expect(app).toContainText('"python"?');
});

test("what is no text is refused in words", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({ fn: () => 5 as unknown as string, inputs: [], outputs: gr.Code({ label: "Result" }) });
`);
  await user.generate.click();
  await expect(user.alert).toContainText('The output ("Result") is a Code, but the function returned the number 5');
});
