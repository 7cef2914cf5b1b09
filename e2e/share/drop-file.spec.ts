// A file that is dropped on the page opens as a playground; drops meant for something on it are left to that.

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { scoreTracker } from "../programs.ts";

const other = scoreTracker.replace('"Score"', '"Points"');

/** Holds a file over an element, or drops it there. Answers whether somebody took it. */
async function hold(page: Page, over: Locator, event: "dragover" | "drop", name: string, text: string) {
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    },
    [name, text] as const,
  );
  return over.evaluate(
    (element, { event, dataTransfer }) =>
      !element.dispatchEvent(new DragEvent(event, { bubbles: true, cancelable: true, dataTransfer })),
    { event, dataTransfer },
  );
}

test("a program that is dropped opens as a playground of its own, and the page says so before", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await expect.poll(() => hold(tab.page, tab.app, "dragover", "points.ts", other)).toBe(true);
  await expect(tab.page.getByText("Drop it to open it as a playground")).toBeVisible();
  expect(await hold(tab.page, tab.app, "drop", "points.ts", other)).toBe(true);
  await expect(tab.app.getByLabel("Points", { exact: true })).toBeVisible();
  await expect(tab.page.getByText("Drop it to open it as a playground")).toBeHidden();
});

test("what is no program is refused in words, and the playground stays", async ({ open }) => {
  const tab = await open(scoreTracker);
  expect(await hold(tab.page, tab.app, "drop", "cat.png", "no program")).toBe(true);
  await expect(tab.page.getByText("cat.png is no playground")).toBeVisible();
  await expect(tab.app.getByLabel("Score", { exact: true })).toBeVisible();
});

test("what is held over a field, the editor or a part that takes files is not the page's", async ({ open }) => {
  const tab = await open(
    `import * as gr from "interstate";
export default gr.Interface({ fn: (file: File, note: string) => note + (file ? file.name : ""), inputs: [gr.File({ label: "File" }), gr.Textbox({ label: "Note" })], outputs: "textbox" });`,
    { view: "split" },
  );
  await tab.editor.ready();
  const target = tab.page.getByText("Drop it to open it as a playground");
  for (const theirs of [tab.app.getByLabel("Note", { exact: true }), tab.code.locator(".editor")]) {
    await hold(tab.page, tab.app, "dragover", "points.ts", other);
    await expect(target).toBeVisible();
    await hold(tab.page, theirs, "dragover", "points.ts", other);
    await expect(target).toBeHidden();
  }
  await hold(tab.page, tab.app.locator(".media.input"), "drop", "points.ts", other);
  await expect(tab.app.getByText("points.ts")).toBeVisible();
  await expect(tab.app.getByLabel("Points", { exact: true })).toHaveCount(0);
});
