// gr.Markdown: what reads as what, and what a stranger's text cannot do.

import { copied } from "../fixtures/clipboard.ts";
import { expect, test } from "../fixtures/test.ts";

const editor = `import * as gr from "interstate";

export default gr.Interface({
  fn: (text: string) => text,
  inputs: gr.Textbox({ label: "Source", lines: 4 }),
  outputs: gr.Markdown({ label: "Page", headerLinks: true, buttons: ["copy"] }),
});
`;

test("Markdown reads as it is meant: headings, lists, tables, code, tasks", async ({ open }) => {
  const { user } = await open(editor);
  await user.send({ Source: "# Title\n\n- [x] done\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```ts\nconst a = 1;\n```\n" });
  const page = user.field("Page");
  await expect(page.getByRole("heading", { name: "Title" })).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveText("☑ done");
  await expect(page.getByRole("cell", { name: "2" })).toBeVisible();
  await expect(page.locator("code")).toHaveText("const a = 1;\n");
});

test("code has the colours of its language, and a button that copies it", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { user, page } = await open(editor);
  await user.send({ Source: "```python\ndef f(x):\n    return x\n```" });
  await expect(user.field("Page").locator(".tok-keyword").first()).toHaveText("def");
  await user.field("Page").getByRole("button", { name: "Copy code" }).click();
  await expect.poll(() => copied(page)).toBe("def f(x):\n    return x\n");
});

test("formulas between $$ are set, and a mistake in one shows what was written", async ({ open }) => {
  const { user } = await open(editor);
  await user.send({ Source: "Euler: $$e^{i\\pi} + 1 = 0$$\n\n$$\n\\frac{1}{2\n$$\n\nand `$$code$$`" });
  const page = user.field("Page");
  await expect(page.locator("math").first()).toBeAttached();
  await expect(page.locator(".katex-error")).toHaveText(/frac/);
  await expect(page.locator("code")).toHaveText("$$code$$");
});

test("links within the text jump to its headings and leave the page's address", async ({ open }) => {
  const { user, page } = await open(editor);
  await user.send({ Source: "[down](#the-end)\n\n## Start\n\n## The *end*\n" });
  const address = page.url();
  await user.field("Page").getByRole("link", { name: "down" }).press("Enter");
  await expect(user.field("Page").getByRole("heading", { name: "The end" })).toBeFocused();
  expect(page.url()).toBe(address);
  await user.field("Page").getByRole("link", { name: "Jump to Start" }).press("Enter");
  await expect(user.field("Page").getByRole("heading", { name: "Start" })).toBeFocused();
});

test("links to elsewhere open apart, without a way back", async ({ open }) => {
  const { user } = await open(editor);
  await user.send({ Source: "[out](https://example.com)" });
  const link = user.field("Page").getByRole("link", { name: "out" });
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
});

test("the button copies the Markdown itself", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { user, page } = await open(editor);
  await user.send({ Source: "**bold**" });
  await user.field("Page").getByRole("button", { name: "Copy Markdown" }).click();
  await expect.poll(() => copied(page)).toBe("**bold**");
});

test("nothing in it runs, sends, or dresses up as the page", async ({ open, expectErrors }) => {
  expectErrors(/inline event handler/);
  const { user, page } = await open(editor);
  const evil = [
    "<script>document.title = 'script'</script>",
    `<b onclick="document.title = 'handler'">press me</b>`,
    "[link](javascript:document.title='link')",
    `<p style="position: fixed; inset: 0; background: red; color: blue" class="toolbar" id="root">styled</p>`,
    `<form action="https://example.com"><input name="password"></form>`,
    `<iframe srcdoc="<script>top.document.title='frame'</script>"></iframe>`,
    "<style>body { display: none }</style>",
    `<dialog open>over</dialog><div popover id="p">pop</div>`,
  ].join("\n\n");
  await user.send({ Source: evil });
  const shown = user.field("Page");
  await shown.getByText("press me").click();
  await expect(
    shown.locator("script, style, form, input, iframe, dialog, [onclick], [popover], [id], .toolbar"),
  ).toHaveCount(0);
  await expect(shown.getByText("link", { exact: true })).not.toHaveAttribute("href");
  // Of the style only what moves nothing is left.
  await expect(shown.getByText("styled")).toHaveCSS("position", "static");
  await expect(shown.getByText("styled")).toHaveCSS("color", "rgb(0, 0, 255)");
  expect(await page.title()).not.toMatch(/script|handler|link|frame/);
});

test("a text that grows keeps what the reader has before them, selected or not", async ({ open }) => {
  const { user, page } = await open(`import * as gr from "interstate";

async function* write() {
  let text = "# Start\\n\\nThe first paragraph.\\n\\n";
  for (let i = 0; i < 80; i++) {
    text += \`Paragraph **\${i}**.\\n\\n\`;
    yield text;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export default gr.Interface({ fn: write, inputs: [], outputs: gr.Markdown({ label: "Page" }) });
`);
  await user.generate.click();
  await expect(user.field("Page").getByRole("heading", { name: "Start" })).toBeVisible();
  const first = user.field("Page").getByText("The first paragraph.");
  await first.evaluate((element) => document.getSelection()?.selectAllChildren(element));
  await expect(user.field("Page").getByText("Paragraph 79.")).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe("The first paragraph.");
});

test("text in Blocks needs no label; indentation of a template is not code", async ({ open }) => {
  const { app } = await open(`import * as gr from "interstate";

export default gr.Interface({
  fn: () => \`
    # Indented
      as the code is
  \`,
  inputs: [],
  outputs: gr.Markdown({ value: \`
    **first**
  \` }),
});
`);
  await expect(app.locator("strong")).toHaveText("first");
  await app.getByRole("button", { name: "Generate" }).click();
  await expect(app.getByRole("heading", { name: "Indented" })).toBeVisible();
  await expect(app.locator("pre")).toHaveCount(0);
});

test("a text of a megabyte is cut, and can be copied whole", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { user, page } = await open(`import * as gr from "interstate";
export default gr.Interface({ fn: () => "word *word* ".repeat(90_000), inputs: [], outputs: gr.Markdown({ label: "Page" }) });
`);
  await user.generate.click();
  await expect(user.field("Page").getByText("The first 200,000 of 1,079,999 characters.")).toBeVisible();
  await user.button("Copy all").click();
  await expect.poll(async () => (await copied(page)).length).toBe(1_079_999);
});

test("what is no text is refused in words", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({ fn: () => [1, 2] as unknown as string, inputs: [], outputs: gr.Markdown({ label: "Page" }) });
`);
  await user.generate.click();
  await expect(user.alert).toContainText('The output ("Page") is a Markdown, but the function returned a list of 2');
});
