// What somebody meets who is new here, or comes back: a playground of one's own, room for the app, keys that only lead
// through the page, small screens.

import { Playground } from "./fixtures/playground.ts";
import { expect, test } from "./fixtures/test.ts";
import { scoreTracker, yoursAndEveryones } from "./programs.ts";

const keepsNothing = "export default function double(amount: number) {\n  return amount * 2;\n}\n";

for (const place of ["Playground", "Examples", "Your playgrounds"] as const) {
  test(`New playground in ${place} begins a small program of one's own, which keeps nothing yet`, async ({ open }) => {
    const tab = await open(scoreTracker, { view: "split" });
    const { page } = tab;
    await tab.user.send({ Score: "3" });
    if (place === "Examples") await tab.toolbar("Examples").click();
    // A press on the title opens its menu too.
    else await page.getByRole("heading", { level: 1 }).click();
    if (place === "Your playgrounds") await page.getByRole("button", { name: "Your playgrounds …" }).click();
    await page.getByRole("button", { name: "New playground", exact: true }).last().click();
    await expect(tab.user.field("Name")).toBeVisible();
    await tab.ready();
    await expect(page).toHaveURL(/#draft=/);
    await expect(tab.state.group("Global state")).toContainText("nothing here");
    await tab.user.send({ Name: "Ada" });
    await tab.user.shows("Greeting", "Hello, Ada!");
  });
}

test("a program that keeps nothing leaves the State panel's room to its app", async ({ open }) => {
  const tab = await open(keepsNothing, { view: "split" });
  await tab.ready();
  const height = async () => (await tab.state.region.boundingBox())?.height ?? Infinity;
  await expect.poll(height).toBeLessThan(90);
  for (const name of ["Global state", "Session state", "Browser state", "Loaded once"] as const) {
    await expect(tab.state.group(name)).toBeVisible();
  }
  const other = await open(scoreTracker, { view: "split" });
  await other.user.send({ Score: "3" });
  await other.state.shows("Global state", "scores", "[3]");
  await expect.poll(async () => (await other.state.region.boundingBox())?.height).toBeGreaterThan(200);
});

test("Tab goes on through the editor until somebody types there, and again when they come back", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  const { keyboard } = tab.page;
  await tab.editor.ready();
  const field = tab.code.getByRole("textbox", { name: /^Code editor/ });
  const first = tab.editor.line("interstate");
  for (const typed of ["once", "again"]) {
    const before = await first.textContent();
    await field.focus();
    await keyboard.press("Tab");
    await expect(field).not.toBeFocused();
    expect(await first.textContent()).toBe(before);
    await field.focus();
    await keyboard.type(`// ${typed}`);
    await keyboard.press("Home");
    await keyboard.press("Tab");
    await expect(field).toBeFocused();
    await expect(first).toHaveText(new RegExp(`^\\s+//\\s${typed}`));
    await tab.user.field("Score").focus();
  }
});

test("a line that is longer than its pane wraps, and its chip stands after its end", async ({ open }) => {
  const long = scoreTracker.replace("// outside", "// as long as a line may be that nobody has broken, outside");
  const tab = await open(long, { view: "split" });
  await tab.editor.ready();
  const chip = tab.code.locator(".state-chip").first();
  await expect(chip).toBeVisible();
  await expect(async () => {
    const end = await tab.editor.boxOf("shares", "shares it");
    const [box, pane] = [await chip.boundingBox(), await tab.code.boundingBox()];
    expect(end.x + end.width).toBeLessThan((pane?.x ?? 0) + (pane?.width ?? 0));
    const isAfter = (box?.y ?? 0) > end.y + end.height / 2 || (box?.x ?? 0) >= end.x + end.width;
    expect(isAfter).toBe(true);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan((pane?.x ?? 0) + (pane?.width ?? 0));
  }).toPass();
});

test("a card's Refresh is the strip's Refresh", async ({ visit }) => {
  const tab = await visit();
  await tab.ready();
  const step = tab.page.getByRole("listitem").filter({ hasText: "Refresh" });
  await tab.userNumber(1).submit.click();
  await tab.userNumber(1).shows("Count", "You 1 · Everyone 1");
  await expect(step).not.toContainText("done");
  await tab.userNumber(1).refresh.click();
  await expect(step).toContainText("done");
});

test("the strip says what this is, and opens a second tab that shares what is global", async ({ visit, context }) => {
  const tab = await visit();
  await tab.ready();
  const strip = tab.page.getByRole("complementary", { name: "See it" });
  await expect(strip.getByText("Write a function, get its app")).toBeVisible();
  await tab.userNumber(1).submit.click();
  await tab.userNumber(1).shows("Count", "You 1 · Everyone 1");
  const opening = context.waitForEvent("page");
  await strip.getByRole("button", { name: "Open a second tab" }).click();
  const second = new Playground(await opening);
  await second.ready();
  await second.userNumber(1).submit.click();
  await second.userNumber(1).shows("Count", "You 1 · Everyone 2");
  await expect(strip.getByRole("listitem").filter({ hasText: "Open a second tab" })).toContainText("done");
});

test("who has playgrounds of their own is led back to the last one from the start page", async ({ open, visit }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.focus();
  await tab.page.keyboard.press("ControlOrMeta+End");
  await tab.page.keyboard.type("// mine");
  await tab.toolbar("Run").click();
  await expect(tab.code.getByText("saved", { exact: true })).toBeVisible();
  const start = await visit();
  await start.page.getByRole("button", { name: /^Go on with/ }).click();
  await start.editor.ready();
  await expect(start.editor.line("// mine")).toBeVisible();
});

test("beside its code, a chat shows what is answered and the field for the next message", async ({ open }) => {
  const source = `import * as gr from "interstate";
export default gr.ChatInterface({ fn: (message: string) => "echo " + message, title: "Echo" });`;
  const tab = await open(source, { view: "split" });
  const field = tab.app.getByRole("textbox");
  await field.fill("hello");
  await field.press("Enter");
  await expect(tab.app.getByText("echo hello")).toBeInViewport({ ratio: 1 });
  await expect(tab.app.getByText("hello", { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(field).toBeInViewport({ ratio: 1 });
});

test("a mistake has the room at the foot of the code, while the editor has the focus", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  const hint = tab.code.getByText("Tab indents once you type");
  await tab.editor.focus();
  await expect(hint).toBeVisible();
  await tab.editor.replaceAll(scoreTracker.replace("scores.push", "score.push"));
  const problem = tab.code.getByRole("button", { name: /^Line 6/ });
  await expect(problem).toBeVisible();
  await expect(hint).toBeHidden();
});

test("a function that is not exported is told what to write before it", async ({ open }) => {
  const tab = await open("(name: string, loud = false) => (loud ? name.toUpperCase() : name)", { ready: false });
  await expect(tab.app.getByRole("alert")).toContainText("Write export default before your function");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("an example that is chosen shows its app, whatever pane was open, and its name", async ({ open }) => {
    const tab = await open(yoursAndEveryones, { view: "split" });
    await tab.page.getByRole("navigation", { name: "Panes" }).getByRole("button", { name: "Console" }).tap();
    await expect(tab.console).toBeInViewport();
    await tab.toolbar("Examples").tap();
    await tab.page.getByRole("menuitem", { name: /Greeting/ }).tap();
    await expect(tab.user.field("Name")).toBeVisible();
    await expect(tab.page.getByRole("heading", { level: 1 })).toBeInViewport();
  });

  test("the button that copies JSON lies on none of it", async ({ open }) => {
    const tab = await open(scoreTracker.replace("slice(0, 3)", 'map((n) => "a word and another " + n)'));
    await tab.user.send({ Score: "3" });
    await tab.user.showsJson("Top Scores", ["a word and another 3"]);
    await expect(async () => {
      const right = await tab.user.field("Top Scores").evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return Math.max(...Array.from(range.getClientRects(), (each) => each.right));
      });
      const copy = await tab.app.getByRole("button", { name: /copy/i }).boundingBox();
      expect(right).toBeLessThanOrEqual(copy?.x ?? 0);
    }).toPass();
  });

  test("the list of playgrounds can be closed", async ({ visit }) => {
    const tab = await visit();
    await tab.page.setViewportSize({ width: 320, height: 640 });
    await tab.ready();
    await tab.page.getByRole("button", { name: "Playground", exact: true }).tap();
    await tab.page.getByRole("button", { name: "Your playgrounds …" }).tap();
    const list = tab.page.getByRole("dialog", { name: "Your playgrounds" });
    await expect(list.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
    await list.getByRole("button", { name: "Close" }).tap();
    await expect(list).toBeHidden();
  });

  for (const width of [320, 360]) {
    test(`all of the header can be pressed at ${width} pixels`, async ({ visit }) => {
      const tab = await visit();
      await tab.page.setViewportSize({ width, height: 640 });
      await tab.ready();
      await expect(async () => {
        for (const button of await tab.page.getByRole("banner").getByRole("button").all()) {
          const box = await button.boundingBox();
          expect(box?.x).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
          // All in one row.
          expect(box?.y).toBeLessThan(30);
        }
      }).toPass();
      await expect(tab.page.getByRole("heading", { level: 1 })).toBeInViewport();
    });
  }
});
