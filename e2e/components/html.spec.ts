// gr.HTML: shown with its styles, in a box that nothing of it leaves.

import { expect, test } from "../fixtures/test.ts";

const viewer = `import * as gr from "interstate";

export default gr.Interface({
  fn: (text: string) => text,
  inputs: gr.Textbox({ label: "Source", lines: 4 }),
  outputs: gr.HTML({ label: "Page", minHeight: 80 }),
});
`;

test("HTML shows with its classes, styles and drawings", async ({ open }) => {
  const { user } = await open(viewer);
  await user.send({
    Source: `<style>.big { font-size: 30px }</style><p class="big" style="color: rgb(1, 2, 3)">Hello <b>you</b></p>
<svg width="20" height="20"><circle cx="10" cy="10" r="8" /></svg>`,
  });
  const paragraph = user.field("Page").locator("p.big");
  await expect(paragraph).toHaveText("Hello you");
  await expect(paragraph).toHaveCSS("font-size", "30px");
  await expect(paragraph).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(user.field("Page").locator("svg circle")).toBeVisible();
});

test("scripts never run", async ({ open }) => {
  const { user, page } = await open(viewer);
  await user.send({
    Source: `<script>document.title = "ran"</script><svg><script>document.title = "ran"</script></svg>done`,
  });
  await expect(user.field("Page")).toContainText("done");
  await expect(user.field("Page").locator("script")).toHaveCount(0);
  expect(await page.title()).not.toBe("ran");
});

test("there are no event handlers, nor links that run something", async ({ open, expectErrors }) => {
  expectErrors(/inline event handler/);
  const { user, page } = await open(viewer);
  await user.send({
    Source: `<b onclick="document.title = 'ran'" onfocus="document.title = 'ran'" tabindex="0">press</b> <a href="javascript:document.title='ran'">go</a>`,
  });
  await user.field("Page").getByText("press").click();
  await user.field("Page").getByText("go", { exact: true }).click();
  await expect(user.field("Page").locator("[onclick], [onfocus], [href^='javascript']")).toHaveCount(0);
  expect(await page.title()).not.toBe("ran");
});

test("there are no frames, forms, dialogs or popovers", async ({ open }) => {
  const { user } = await open(viewer);
  await user.send({
    Source: `<iframe src="https://example.com"></iframe><form><button>Send</button></form><dialog open>over</dialog>
<div popover id="p">pop</div><object data="x"></object><embed src="x">done`,
  });
  await expect(user.field("Page")).toContainText("done");
  await expect(user.field("Page").locator("iframe, form, dialog, [popover], object, embed")).toHaveCount(0);
});

test("styles end at the box", async ({ open }) => {
  const { user, page } = await open(viewer);
  await user.send({
    Source: `<style>* { color: rgb(9, 9, 9) !important } body, button { display: none }</style><i>text</i>`,
  });
  await expect(user.field("Page").locator("i")).toHaveCSS("color", "rgb(9, 9, 9)");
  await expect(user.submit).toBeVisible();
  await expect(user.submit).not.toHaveCSS("color", "rgb(9, 9, 9)");
  await expect(page.locator("body")).toHaveCSS("display", "block");
});

for (const [what, source] of [
  ["a fixed position", `<div style="position: fixed; inset: 0; z-index: 9999; background: red">over</div>`],
  ["margins", `<div style="margin: -3000px; width: 6000px; height: 6000px; background: red">over</div>`],
  ["a transform", `<div style="transform: scale(100); background: red; width: 90px">over</div>`],
  [
    "styles of its root",
    `<style>:host { position: fixed !important; inset: 0 !important; z-index: 9999; background: red !important }</style>over`,
  ],
] as const) {
  test(`nothing leaves the box: ${what}`, async ({ open }) => {
    const { user, page } = await open(viewer.replace("minHeight: 80", "height: 80"));
    await user.send({ Source: source });
    await expect(user.field("Page")).toContainText("over");
    // Whoever points at a button beside the box finds the button.
    await expect(async () => {
      const box = await user.clear.boundingBox();
      const found = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest("button")?.textContent, {
        x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
        y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
      });
      expect(found).toBe("Clear");
    }).toPass();
    await user.clear.click();
    await user.shows("Source", "");
  });
}

test("links within it move within it, and leave the page's address", async ({ open }) => {
  const { user, page } = await open(viewer);
  await user.send({ Source: `<a href="#there">jump</a> <p id="there">there</p>` });
  const address = page.url();
  await user.field("Page").getByRole("link", { name: "jump" }).click();
  await expect(user.field("Page").getByText("there", { exact: true })).toBeFocused();
  expect(page.url()).toBe(address);
});

test("what is no text is refused in words", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({ fn: () => ({}) as unknown as string, inputs: [], outputs: gr.HTML({ label: "Page" }) });
`);
  await user.generate.click();
  await expect(user.alert).toContainText('The output ("Page") is an HTML, but the function returned an object');
});
