// The first visit and what stands around the app: users, panels, examples, sharing, small screens.

import { copied } from "./fixtures/clipboard.ts";
import { expect, test } from "./fixtures/test.ts";
import { scoreTracker, yoursAndEveryones } from "./programs.ts";

test("a first visit shows a running app for two users beside its code, with the State panel open", async ({
  visit,
}) => {
  const tab = await visit();
  await tab.ready();
  await tab.userNumber(1).submit.click();
  await tab.userNumber(1).shows("Count", "You 1 · Everyone 1");
  await tab.userNumber(2).submit.click();
  await tab.userNumber(2).shows("Count", "You 1 · Everyone 2");
  await tab.state.shows("Global state", "everyone", "2");
  await tab.state.shows("Session state", "User 1", "1");
  await tab.editor.ready();
  await expect(tab.code).toContainText("let everyone = 0;");
});

test("the strip leads through the first visit and can be dismissed for good", async ({ visit }) => {
  const tab = await visit();
  await tab.ready();
  const strip = tab.page.getByText("Open a second tab");
  await expect(strip).toBeVisible();
  await tab.page.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(strip).toBeHidden();
  await tab.refresh();
  await expect(strip).toBeHidden();
});

test("the captions of the State panel say who sees what, and for how long", async ({ open }) => {
  const { state } = await open(yoursAndEveryones, { view: "split" });
  await expect(state.group("Global state")).toContainText(/every tab of this browser/i);
  await expect(state.group("Session state")).toContainText(/refresh/i);
  await expect(state.group("Browser state")).toBeAttached();
  await expect(state.group("Loaded once")).toBeAttached();
});

test("a change shows with what it was before and who made it", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.state.shows("Global state", "scores", "[3]");
  await expect(tab.state.group("Global state")).toContainText("trackScore");
});

test("the console panel shows what each user's calls log", async ({ open }) => {
  const tab = await open(
    yoursAndEveryones.replace(
      "mine += 1;",
      'mine += 1;\n  console.log("pressed", { mine });\n  console.warn("careful");',
    ),
    { view: "split" },
  );
  await tab.toolbar("Console").click();
  await tab.user.submit.click();
  await expect(tab.console).toContainText(/pressed.*mine: 1/);
  await expect(tab.console).toContainText("careful");
});

test("Share copies a link that opens the same program in another browser", async ({ open, context, browser, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const tab = await open(scoreTracker, { view: "split" });
  await tab.toolbar("Share").click();
  const share = tab.page.getByRole("dialog", { name: "Share" });
  await share.getByRole("radio", { name: "App" }).check();
  await share.getByRole("button", { name: "Copy" }).click();
  await expect.poll(() => copied(tab.page)).toMatch(/#code=[\w-]+&view=app$/);
  const link = await copied(tab.page);
  expect(link).toContain(site.url);

  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(link);
  await expect(page.getByLabel("Score", { exact: true })).toBeVisible();
  await other.close();
});

test("opening an example leaves the one before as it was, and Back returns to it", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.toolbar("Examples").click();
  await tab.page.getByRole("menuitem", { name: /Greeting/ }).click();
  await expect(tab.user.field("Name")).toBeVisible();
  await tab.page.goBack();
  await expect(tab.user.field("Score")).toBeVisible();
  await tab.ready();
  await tab.user.send({ Score: "9" });
  await tab.user.showsJson("Top Scores", [9, 3]);
});

test("an address that is changed by hand opens what it now says", async ({ open }) => {
  const tab = await open(scoreTracker);
  await tab.page.evaluate((source) => {
    location.hash = `#src=${encodeURIComponent(source)}&view=app`;
  }, yoursAndEveryones);
  await expect(tab.user.field("Count")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the app comes first, and code, state and console are a tap away", async ({ visit }) => {
    const tab = await visit();
    await tab.ready();
    const users = tab.userNumber(1);
    await users.submit.tap();
    await users.shows("Count", "You 1 · Everyone 1");
    const width = () => tab.page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width).toBeLessThanOrEqual(390);
    await expect.poll(async () => (await users.submit.boundingBox())?.height).toBeGreaterThanOrEqual(44);

    for (const [name, region] of [
      ["State", tab.state.region],
      ["Console", tab.console],
      ["Code", tab.code],
    ] as const) {
      await tab.page.getByRole("navigation", { name: "Panes" }).getByRole("button", { name }).tap();
      await expect(region).toBeInViewport();
    }
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`where the system is ${colorScheme}`, () => {
    test.use({ colorScheme });

    test(`the page is ${colorScheme}`, async ({ open }) => {
      const { page } = await open(scoreTracker);
      const brightness = await page.evaluate(() => {
        const [red = 0, green = 0, blue = 0] =
          getComputedStyle(document.body)
            .backgroundColor.match(/[\d.]+/g)
            ?.map(Number) ?? [];
        return (red + green + blue) / 3;
      });
      if (colorScheme === "dark") expect(brightness).toBeLessThan(64);
      else expect(brightness).toBeGreaterThan(192);
    });
  });
}

test("what cannot be undone is asked first; the question outlasts the focus, but not Escape or a press elsewhere", async ({
  open,
}) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.state.shows("Global state", "scores", "[3]");
  const reset = tab.state.region.getByRole("button", { name: "Reset", exact: true });
  const question = tab.state.region.getByRole("button", { name: "Reset global state?", exact: true });

  await reset.click();
  await tab.page.keyboard.press("Escape");
  await expect(reset).toBeVisible();

  await reset.click();
  await tab.state.region.getByRole("heading", { name: "State", exact: true }).click();
  await expect(reset).toBeVisible();

  await reset.click();
  await tab.user.submit.focus();
  await question.click();
  await tab.state.shows("Global state", "scores", "[]");

  await tab.user.send({ Score: "4" });
  await tab.state.shows("Global state", "scores", "[4]");
  await tab.state.region.getByRole("button", { name: "Reset scores", exact: true }).click();
  await tab.state.shows("Global state", "scores", "[4]");
  await tab.state.region.getByRole("button", { name: "Reset scores for every tab?", exact: true }).click();
  await tab.state.shows("Global state", "scores", "[]");
});

test("until TypeScript has looked at the code, it is not said to have no problems", async ({ open, context }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await context.route(/\/ts\.worker-/, async (route) => {
    await held;
    await route.continue();
  });
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await expect(tab.code.getByText("Checking…", { exact: true })).toBeVisible();
  letGo();
  await tab.editor.hasNoProblems();
});

test("when nothing can be opened, the page says that it is our fault and gives the code back", async ({
  visit,
  context,
  expectErrors,
}) => {
  expectErrors(/worn out/);
  await context.addInitScript(() => {
    IDBObjectStore.prototype.get = () => {
      throw new Error("worn out");
    };
  });
  const tab = await visit(`#draft=abcdefgh12345678&src=${encodeURIComponent(scoreTracker)}`);
  await expect(tab.page.getByRole("heading", { name: "Something broke, and it is our fault" })).toBeVisible();
  await expect(tab.page.getByLabel("Your code", { exact: true })).toHaveValue(scoreTracker);
  await expect(tab.page.getByText("worn out")).toBeVisible();
});

test("closing a card by keyboard goes on at the next one, and Tab goes round in an open dialog", async ({ visit }) => {
  const tab = await visit();
  await tab.ready();
  await tab.userNumber(2).close.press("Enter");
  await expect(tab.user.field("Count")).toBeFocused();

  await tab.toolbar("Share").press("Enter");
  const share = tab.page.getByRole("dialog", { name: "Share" });
  await expect(share.getByRole("button", { name: "Copy" })).toBeFocused();
  await share.getByRole("button").last().focus();
  await tab.page.keyboard.press("Tab");
  await expect(share.getByRole("radio", { checked: true })).toBeFocused();
});

test("the strip ends with what it was about, in every tab", async ({ visit }) => {
  const [first, second] = [await visit(), await visit()];
  await first.ready();
  await first.userNumber(1).submit.click();
  await first.userNumber(2).submit.click();
  // A page that is left before a call has ended has nothing to show for it.
  await first.userNumber(2).shows("Count", "You 1 · Everyone 2");
  await first.refresh();
  for (const { page } of [first, second]) await expect(page.getByText("Now change the code.")).toBeVisible();
});

test("a shared app is named by its function, or by its own title", async ({ open }) => {
  const heading = { level: 1 } as const;
  const tab = await open(scoreTracker);
  await expect(tab.page.getByRole("heading", heading)).toHaveText("Track score");
  const titled = await open(scoreTracker.replace("fn: trackScore", 'title: "Top three", fn: trackScore'));
  await expect(titled.page.getByRole("heading", heading)).toHaveText("Top three");
});

test("while a call runs, the code that waits for it says so", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const endless = scoreTracker.replace("scores.push(score);", "while (score > 0) {}");
  const tab = await open(endless, { view: "split" });
  await tab.editor.ready();
  await tab.user.send({ Score: "3" });
  await expect(tab.user.stop).toBeVisible();
  await tab.editor.replaceAll(scoreTracker);
  await expect(tab.app.getByText("the new code runs after this")).toBeVisible();
  await tab.user.stop.click();
  await expect(tab.app.getByText("the new code runs after this")).toBeHidden();
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
});

for (const name of ["Resize code and app", "Resize state"]) {
  test(`${name}: by the arrow keys, kept over a refresh, and put back by Enter`, async ({ open }) => {
    const tab = await open(scoreTracker, { view: "split" });
    const line = tab.page.getByRole("separator", { name, exact: true });
    const before = Number(await line.getAttribute("aria-valuenow"));
    await line.press("Home");
    await expect(line).toHaveAttribute("aria-valuenow", "12");
    await tab.refresh();
    await expect(line).toHaveAttribute("aria-valuenow", "12");
    await line.press("Enter");
    await expect(line).toHaveAttribute("aria-valuenow", String(before));
  });
}
