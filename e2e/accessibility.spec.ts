// Everything can be reached by keyboard and is announced by name; axe finds nothing serious.

import { hasNoSeriousFindings, tabTo } from "./fixtures/accessibility.ts";
import { expect, test } from "./fixtures/test.ts";
import { scoreTracker } from "./programs.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const [device, viewport] of [
    ["desktop", { width: 1360, height: 860 }],
    ["phone", { width: 390, height: 844 }],
  ] as const) {
    test.describe(`${colorScheme}, ${device}`, () => {
      test.use({ colorScheme, viewport });

      test("axe finds nothing serious on a first visit, before a call and after", async ({ visit }) => {
        const tab = await visit();
        await tab.ready();
        await hasNoSeriousFindings(tab.page);
        await tab.userNumber(1).submit.click();
        await tab.userNumber(1).shows("Count", "You 1 · Everyone 1");
        await hasNoSeriousFindings(tab.page);
      });
    });
  }
}

test("axe finds nothing serious where a call failed", async ({ open }) => {
  const tab = await open(scoreTracker.replace("scores.push(score)", 'throw new Error("Not today")'));
  await tab.user.send({ Score: "3" });
  await expect(tab.user.alert).toBeVisible();
  await hasNoSeriousFindings(tab.page);
});

test("axe finds nothing serious in the history of the state, with a step taken back", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  for (const score of ["3", "9"]) {
    await tab.user.send({ Score: score });
    await tab.state.shows("Global state", "scores", score);
  }
  await tab.state.undo.click();
  await tab.state.history.click();
  await expect(tab.page.getByRole("dialog", { name: "History", exact: true })).toBeVisible();
  await hasNoSeriousFindings(tab.page);
});

test("an app can be used by keyboard alone", async ({ open }) => {
  const { page, user } = await open(scoreTracker);
  await tabTo(page, "Score");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await user.showsJson("Top Scores", [3]);

  await tabTo(page, "Submit");
  await page.keyboard.press("Enter");
  await user.showsJson("Top Scores", [3, 3]);
});

test("the end of each call is announced, also when it took as long as the one before", async ({ open }) => {
  const { user } = await open(scoreTracker);
  // What a screen reader goes by: that something is added to the region.
  const added = await user.status.evaluateHandle((status) => {
    const texts: string[] = [];
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) texts.push(node.textContent ?? "");
    }).observe(status, { childList: true, subtree: true });
    return texts;
  });
  const endings = async () => (await added.jsonValue()).filter((text) => /^done in [\d.]+ m?s$/.test(text)).length;
  for (const call of [1, 2, 3]) {
    await user.send({ Score: "3" });
    await expect.poll(endings).toBe(call);
  }
});

test("the Examples menu works by keyboard alone", async ({ open }) => {
  const { page } = await open(scoreTracker, { view: "split" });
  await tabTo(page, "Examples");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const second = page.getByRole("menuitem").nth(1);
  await expect(second).toBeFocused();
  const title = await second.locator("b").textContent();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitem")).toHaveCount(0);
  await tabTo(page, "Examples");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(`${title} · Interstate`);
});

test("Tab leads out of the editor again", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.focus();
  await tab.page.keyboard.press("ControlOrMeta+m");
  await tabTo(tab.page, "Score");
});
