// The State panel: what was done to global state can be taken back, in every tab; what is marked says why.

import { expect, test } from "./fixtures/test.ts";
import { scoreTracker, yoursAndEveryones } from "./programs.ts";

test("where what the panel shows cannot be loaded that is said in its place, and the app goes on", async ({
  open,
  context,
  expectErrors,
}) => {
  expectErrors(/ERR_FAILED|dynamically imported module/);
  await context.route(/state-model/, (route) => route.abort());
  const tab = await open(scoreTracker, { view: "split" });
  await expect(tab.page.getByRole("region", { name: "State" }).getByRole("alert")).toContainText(
    "This part could not be shown.",
  );
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
});

test("in the app view the panel shows what was kept before it was opened, and follows from then on", async ({
  open,
}) => {
  const tab = await open(scoreTracker, { view: "app" });
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.toolbar("State").click();
  await tab.state.shows("Global state", "scores", "[3]");
  await tab.user.send({ Score: "9" });
  await tab.state.shows("Global state", "scores", "[3, 9]");
  await expect(tab.state.group("Global state")).toContainText("trackScore");
  await tab.state.undo.click();
  await tab.state.shows("Global state", "scores", "[3]");
});

test("Undo takes the newest change back in every tab, step by step, Redo does it again, and calls go on from there", async ({
  open,
}) => {
  test.slow();
  const one = await open(scoreTracker, { view: "split" });
  await one.user.send({ Score: "3" });
  await one.user.showsJson("Top Scores", [3]);
  const two = await open(scoreTracker, { view: "split" });
  await two.user.send({ Score: "9" });
  await two.user.showsJson("Top Scores", [9, 3]);
  await one.state.shows("Global state", "scores", "[3, 9]");

  await one.state.undo.click();
  await one.state.shows("Global state", "scores", "[3]");
  await two.state.shows("Global state", "scores", "[3]");
  await expect(one.state.group("Global state")).toContainText("You · Undo of trackScore");
  await expect(two.state.group("Global state")).toContainText("Another tab · Undo of trackScore");

  await two.state.undo.click();
  await one.state.shows("Global state", "scores", "[]");
  await two.state.shows("Global state", "scores", "[]");
  await expect(two.state.undo).toBeDisabled();
  await expect(one.state.undo).toBeDisabled();

  await one.state.redo.click();
  await two.state.shows("Global state", "scores", "[3]");
  await expect(two.state.undo).toBeEnabled();
  await two.user.send({ Score: "5" });
  await two.user.showsJson("Top Scores", [5, 3]);
  await one.state.shows("Global state", "scores", "[3, 5]");
  await expect(one.state.redo).toBeHidden();

  await one.refresh();
  await one.state.shows("Global state", "scores", "[3, 5]");
  await one.state.undo.click();
  await two.state.shows("Global state", "scores", "[3]");
});

test("objects that were undone and done again are the ones that the worker goes on with", async ({ open }) => {
  const tab = await open(
    `import * as gr from "interstate";
const list: { n: number }[] = [];
const byName = new Map<string, { n: number }>();
function count() {
  const item = byName.get("only") ?? { n: 0 };
  if (list.length === 0) list.push(item);
  byName.set("only", item);
  item.n += 1;
  return { list, same: list[0] === byName.get("only") };
}
export default gr.Interface({ fn: count, inputs: [], outputs: gr.JSON({ label: "Out" }) });`,
    { view: "split" },
  );
  for (const n of [1, 2]) {
    await tab.user.generate.click();
    await tab.user.showsJson("Out", { list: [{ n }], same: true });
  }
  await tab.state.undo.click();
  await tab.state.shows("Global state", "list", "[{n: 1}]");
  await tab.state.undo.click();
  await tab.state.shows("Global state", "list", "[]");
  await tab.state.redo.click();
  await tab.state.shows("Global state", "list", "[{n: 1}]");
  await tab.state.redo.click();
  await tab.state.shows("Global state", "list", "[{n: 2}]");
  await tab.user.generate.click();
  await tab.user.showsJson("Out", { list: [{ n: 3 }], same: true });
  for (const text of ["[{n: 2}]", "[{n: 1}]", "[]"]) {
    await tab.state.undo.click();
    await tab.state.shows("Global state", "list", text);
  }
  await tab.user.generate.click();
  await tab.user.showsJson("Out", { list: [{ n: 1 }], same: true });
});

test("Undo leaves session state as it is, and says so", async ({ open }) => {
  const tab = await open(yoursAndEveryones, { view: "split" });
  await tab.user.submit.click();
  await tab.user.shows("Count", "You 1 · Everyone 1");
  await tab.state.undo.click();
  await tab.state.shows("Global state", "everyone", "0");
  await tab.state.shows("Session state", "User 1", "1");
  await tab.user.submit.click();
  await tab.user.shows("Count", "You 2 · Everyone 1");

  await tab.state.history.click();
  const history = tab.page.getByRole("dialog", { name: "History", exact: true });
  await expect(history).toContainText("Session state, browser state and what is loaded once stay.");
});

test("the button says what Undo leaves as it is, where there is any of it", async ({ open }) => {
  const plain = await open(scoreTracker, { view: "split" });
  await plain.user.send({ Score: "3" });
  await expect(plain.state.undo).toHaveAttribute("title", "Undo trackScore (User 1)");
  const source = `import * as gr from "interstate";
let count = 0;
const add = (notes: number) => [(count += 1), notes + 1];
const notes = gr.BrowserState(0);
export default gr.Interface({ fn: add, inputs: notes, outputs: [gr.Number({ label: "Count" }), notes] });`;
  const tab = await open(source, { view: "split" });
  await tab.user.submit.click();
  await tab.state.shows("Browser state", "notes", "1");
  await expect(tab.state.undo).toHaveAttribute(
    "title",
    "Undo add (User 1): global state only, browser state stays as it is",
  );
  await tab.state.undo.click();
  await tab.state.shows("Global state", "count", "0");
  await tab.state.shows("Browser state", "notes", "1");
});

test("State goes by the variable that it is kept in, or has a number", async ({ open }) => {
  const source = `import * as gr from "interstate";
export default gr.Blocks(() => {
  const used = gr.State(["milk"]);
  const count = gr.State(7);
  const theme = gr.BrowserState("dark");
  const visits = gr.BrowserState(3);
  const rest = [gr.State("first"), gr.State("second")];
  const go = gr.Button("Go");
  go.click({ fn: (...values: unknown[]) => values, inputs: [used, count, theme, visits, ...rest], outputs: [used, count, theme, visits, ...rest] });
});`;
  const tab = await open(source, { view: "split" });
  await tab.state.shows("Session state", "used", '["milk"]');
  await tab.state.shows("Session state", "count", "7");
  await tab.state.shows("Session state", "State 1", "first");
  await tab.state.shows("Session state", "State 2", "second");
  await tab.state.shows("Browser state", "theme", "dark");
  await tab.state.shows("Browser state", "visits", "3");
});

test("a short value is seen whole, whoever changed it", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  for (const score of ["3", "9", "5", "7"]) {
    await tab.user.send({ Score: score });
    await tab.state.shows("Global state", "scores", score);
  }
  const value = tab.state.group("Global state").locator(".value");
  await expect(value).toHaveText("[3, 9, 5, 7]");
  await expect
    .poll(() => value.evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBeLessThanOrEqual(0);
});

test("the history shows what was done and what was taken back, around where one stands", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await expect(tab.state.history).toHaveText("now");
  await expect(tab.state.undo).toBeDisabled();
  for (const score of ["3", "9"]) {
    await tab.user.send({ Score: score });
    await tab.state.shows("Global state", "scores", score);
  }
  await tab.state.undo.click();
  await expect(tab.state.history).toHaveText("1 step back");
  await tab.state.history.click();
  const steps = tab.page.getByRole("dialog", { name: "History", exact: true }).getByRole("listitem");
  await expect(steps).toHaveText([/^undone: trackScore.*User 1/, /^now$/, /^trackScore.*User 1/]);
});

test("when a call in another tab comes first, nothing is undone, and it is said", async ({ open }) => {
  const ticking = `import * as gr from "interstate";
let count = 0;
async function* tick() {
  for (;;) {
    yield (count += 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
export default gr.Interface({ fn: tick, inputs: [], outputs: gr.Number({ label: "Count" }) });`;
  const one = await open(ticking, { view: "split" });
  const two = await open(ticking);
  await two.user.generate.click();
  await one.state.undo.click();
  const note = one.state.region.getByRole("status");
  // At once if the call has ticked since the look, else when it ends and the step gets its turn.
  const told = expect(note).toHaveText("Not undone: somebody changed the state meanwhile.");
  const before = Number(await two.user.text("Count"));
  await expect.poll(async () => Number(await two.user.text("Count"))).toBeGreaterThan(before);
  await two.user.stop.click();
  await told;
  await expect(two.user.generate).toBeVisible();
  await one.state.shows("Global state", "count", await two.user.text("Count"));
});

test("Undo and Redo work by keyboard", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.state.shows("Global state", "scores", "[3]");
  await tab.state.undo.press("Enter");
  await tab.state.shows("Global state", "scores", "[]");
  await tab.state.redo.press("Enter");
  await tab.state.shows("Global state", "scores", "[3]");
});

test("what an edit set aside or kept says so in words, in sight, with what can be done about it", async ({
  open,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const source = scoreTracker
    .replace("const scores", "let calls = 0;\nconst scores")
    .replace("scores.push", "calls += 1;\n  scores.push");
  const tab = await open(source, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.editor.ready();
  await tab.editor.replaceAll(source.replaceAll("calls", "count"));

  await expect(tab.state.aside).toContainText("no longer in the code; comes back with the declaration");
  const aside = tab.state.aside.getByRole("listitem");
  await expect(aside).toHaveText(/^calls.*1/);
  await expect(aside).toBeInViewport({ ratio: 1 });
  await expect(aside.getByRole("button", { name: "Discard", exact: true })).toBeVisible();

  const kept = tab.state.group("Global state").getByRole("listitem").filter({ hasText: "scores" });
  await expect(kept.getByText("kept from before your edit", { exact: true })).toBeVisible();
  await expect(kept.getByRole("button", { name: "Start anew", exact: true })).toBeVisible();
  await kept.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(kept).not.toContainText("kept from before your edit");
  await tab.state.shows("Global state", "scores", "[3]");
  const fresh = tab.state.group("Global state").getByRole("listitem").filter({ hasText: "count" });
  await expect(fresh).not.toContainText("kept");

  await aside.getByRole("button", { name: "Discard", exact: true }).click();
  await aside.getByRole("button", { name: "Discard for good?", exact: true }).click();
  await expect(tab.state.aside).toBeHidden();
  await tab.state.undo.click();
  await expect(tab.state.aside.getByRole("listitem")).toHaveText(/^calls.*1/);
});

test("a change is told with what was before, in words", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  const row = tab.state.group("Global state").getByRole("listitem").filter({ hasText: "scores" });
  await expect(row).toContainText("was []");
  await expect(row).toContainText(/User 1 · trackScore · (now|\d+ s)/);
});

test("what is loaded once is shown as it was loaded, since each user's copy goes its own way", async ({ open }) => {
  const tab = await open(
    `import * as gr from "interstate";

class Account {
  balance = 0;
}
const account = new Account();

function deposit(amount: number) {
  return (account.balance += amount);
}

export default gr.Interface({ fn: deposit, inputs: gr.Number({ label: "Amount" }), outputs: gr.Number({ label: "Balance" }) });
`,
    { view: "split" },
  );
  await tab.user.send({ Amount: "5" });
  await tab.user.shows("Balance", "5");
  const once = tab.state.group("Loaded once");
  await expect(once.getByRole("listitem")).toContainText("balance: 0");
  await expect(once.getByRole("listitem")).toContainText("shown as it was loaded");
  await expect(once).toContainText("each user has a copy");
});
