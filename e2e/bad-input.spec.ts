// What goes wrong in a person's code: a clear message at the right place, a page that answers, and state as it was.

import { watchFrames } from "./fixtures/responsiveness.ts";
import { expect, linkTo, test } from "./fixtures/test.ts";
import { scoreTracker } from "./programs.ts";

const number = 'gr.Number({ label: "Value" })';

function appOf(fn: string, { inputs = number, outputs = 'gr.JSON({ label: "Result" })', before = "" } = {}): string {
  return `import * as gr from "interstate";

const calls: number[] = [];
${before}
${fn}

export default gr.Interface({ fn: run, inputs: ${inputs}, outputs: ${outputs} });
`;
}

const brokenPrograms = [
  { what: "does not compile", source: "const scores: number[] = [;", message: /line 1|1:\d+|unexpected/i },
  {
    what: "throws while it loads",
    source: appOf("function run() {}", { before: 'throw new Error("No model today");' }),
    message: "No model today",
  },
  { what: "exports nothing usable", source: "export default 42;", message: /export/i },
  {
    what: "declares no app at all",
    source: 'import * as gr from "interstate";\nconst nothing = gr;',
    message: /export|Interface/i,
  },
  {
    what: "declares two States",
    source: appOf("function run(a: number, b: number) { return [a, b]; }", {
      inputs: "[gr.State(0), gr.State(0)]",
      outputs: "[gr.State(), gr.State()]",
    }),
    message: "If using 'state', there must be exactly one state input and one state output.",
  },
  { what: "imports what is not there", source: 'import x from "left-pad";\nexport default x;', message: "left-pad" },
];

for (const { what, source, message } of brokenPrograms) {
  test(`code that ${what} says so in place of the app`, async ({ open }) => {
    const tab = await open(source, { ready: false });
    await expect(tab.app.getByRole("alert").filter({ hasText: message })).toBeVisible();
  });

  test(`code that ${what} keeps its text in the editor and runs again once mended`, async ({ open, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const tab = await open(source, { ready: false, view: "split" });
    await expect(tab.code.getByText(/^[1-9]\d* problems?$/)).toBeVisible();
    await tab.editor.holds(source);
    await tab.editor.replaceAll(scoreTracker);
    await expect(tab.user.field("Score")).toBeVisible();
    await tab.user.send({ Score: "3" });
    await tab.user.showsJson("Top Scores", [3]);
  });
}

test("code that loops for ever while it loads leaves the page responsive and can be stopped", async ({ open }) => {
  const source = appOf("function run() { return 1; }", { before: "while (true) {}" });
  const tab = await open(source, { ready: false });
  const frames = await watchFrames(tab.page);
  await tab.user.stop.click();
  await expect(tab.app.getByRole("alert")).toContainText(/stopped/i);
  await frames.stayedResponsive();
});

const failingCalls = [
  {
    what: "returns too few outputs",
    fn: "[value]",
    outputs: '[gr.JSON({ label: "Result" }), gr.Number({ label: "Second" })]',
    message: /2.*1|1.*2|two.*one|one.*two/is,
  },
  {
    what: "returns too many outputs",
    fn: "[value, 2, 3]",
    outputs: '[gr.JSON({ label: "Result" }), gr.Number({ label: "Second" })]',
    message: /2.*3|3.*2|two.*three|three.*two/is,
  },
  { what: "returns what cannot be copied", fn: "{ callback() {} }", message: /function|clone|copied/i },
  {
    what: "returns the wrong type for its output",
    fn: '"not a number"',
    outputs: 'gr.Number({ label: "Result" })',
    message: /number/i,
  },
];

for (const { what, fn, message, outputs } of failingCalls) {
  test(`a call that ${what} says so, leaves state as it was and the page responsive`, async ({ open }) => {
    const run = `function run(value: number): any {\n  calls.push(value);\n  if (value === 0) return ${fn};\n  return ${outputs?.startsWith("[") ? "[calls.length, 0]" : "calls.length"};\n}`;
    const tab = await open(appOf(run, outputs ? { outputs } : {}));
    await tab.user.send({ Value: "1" });
    await tab.user.shows("Result", "1");

    const frames = await watchFrames(tab.page);
    await tab.user.send({ Value: "0" });
    await expect(tab.user.alert.filter({ hasText: message })).toBeVisible();
    await frames.stayedResponsive();

    await tab.user.send({ Value: "2" });
    await tab.user.shows("Result", "2");
  });
}

test("a call that returns 50 MB shows the beginning and how much is left out, and leaves the page responsive", async ({
  open,
}) => {
  const tab = await open(appOf('function run() {\n  return "x".repeat(50_000_000);\n}'));
  const frames = await watchFrames(tab.page);
  await tab.user.send({ Value: "1" });
  await tab.user.shows("Result", /^"x{1000}/);
  await frames.stayedResponsive();
  expect((await tab.user.text("Result")).length).toBeLessThan(200_000);
  await expect(tab.user.field("Result").locator("[data-note*='more characters']")).toBeVisible();
});

test("a call that logs a million lines leaves the page responsive, and the console says how many it left out", async ({
  open,
}) => {
  const run =
    "function run(value: number) {\n  for (let i = 0; i < 1_000_000; i += 1) console.log(`line ${i}`);\n  return value;\n}";
  const tab = await open(appOf(run), { view: "split" });
  await tab.toolbar("Console").click();
  const frames = await watchFrames(tab.page);
  await tab.user.send({ Value: "1" });
  await expect(tab.user.field("Result")).toHaveText("1");
  await expect(tab.console).toContainText(/left out|dropped|omitted/i);
  await frames.stayedResponsive();
});

test("an empty Number is an error at the field, and nothing is called", async ({ open }) => {
  const tab = await open(scoreTracker);
  await tab.user.submit.click();
  await expect(tab.user.field("Score")).toHaveAttribute("aria-invalid", "true");
  await expect(tab.user.alert).toBeVisible();
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
});

test("a mistake without a line is named below the code all the same", async ({ open }) => {
  const tab = await open('import * as gr from "interstate";\nconst nothing = gr;', { ready: false, view: "split" });
  await expect(tab.code.getByText("This module exports no app")).toBeVisible();
});

test("an error that comes of what is missing here says so, and that the changes were undone", async ({ open }) => {
  const tab = await open(
    appOf('async function run(value: number) {\n  calls.push(value);\n  return fetch("/data.json");\n}'),
    { view: "split" },
  );
  await tab.user.send({ Value: "1" });
  await expect(tab.user.alert).toContainText("no network");
  await expect(tab.user.alert).toContainText("What it changed was undone.");
  await tab.state.shows("Global state", "calls", "[]");
});

test("the list of mistakes covers nothing of the app", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const tab = await open(scoreTracker, { view: "split" });
  await tab.page.setViewportSize({ width: 1000, height: 480 });
  await tab.editor.ready();
  await tab.editor.replaceAll("const half = ;");
  const mistakes = tab.app.getByRole("alert");
  await expect(mistakes).toBeVisible();
  await expect(async () => {
    await tab.user.submit.scrollIntoViewIfNeeded();
    const [submit, box] = [await tab.user.submit.boundingBox(), await mistakes.boundingBox()];
    expect((submit?.y ?? 0) + (submit?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
  }).toPass();
});

test("an error of a call names its line", async ({ open }) => {
  const tab = await open(appOf('function run() {\n  throw new TypeError("Not today");\n}'));
  await tab.user.send({ Value: "1" });
  await expect(tab.user.alert).toContainText("Not today");
  await expect(tab.user.alert).toContainText(/line 6/i);
});

const pageless = appOf("function run() {\n  return document.title;\n}");

test("what to do about an error is said with it", async ({ open }) => {
  const tab = await open(pageless);
  await tab.user.send({ Value: "1" });
  await expect(tab.user.alert).toContainText("document is not defined. Code here runs in a worker, without a page");
});

test("where what to do about errors cannot be loaded, the error stands alone", async ({
  open,
  context,
  expectErrors,
}) => {
  expectErrors(/ERR_FAILED/);
  await context.route(/error-hint/, (route) => route.abort());
  const tab = await open(pageless);
  for (const Value of ["1", "2"]) {
    await tab.user.send({ Value });
    await expect(tab.user.alert).toContainText("document is not defined");
  }
});

for (const [what, address, reason] of [
  ["percent signs that encode nothing", "#src=%E0%A4%A", "This link is damaged"],
  ["a form that only a later version knows", "#code=b0abcdefgh", "made by a newer version"],
  ["a draft id that no browser made", "#draft=a/b", "cannot be the id of a draft"],
  ["a view that does not exist", linkTo(scoreTracker).replace("view=app", "view=moon"), 'a view named "moon"'],
  ["an example that does not exist", "#example=moon", "no example of that name"],
  ["a draft that is not in this browser", "#draft=abcdefgh12345678", "not in this browser"],
  ["nothing that is known", "#foo=bar", "names nothing that this page knows"],
] as const) {
  test(`a link with ${what} gives a readable page with the reason, and a way on`, async ({ visit }) => {
    const tab = await visit(address);
    await expect(tab.page.getByRole("heading", { name: "This link cannot be opened" })).toBeVisible();
    await expect(tab.page.getByText(reason)).toBeVisible();
    await tab.page.getByRole("link", { name: "Open the start page" }).click();
    await tab.ready();
    await tab.userNumber(1).submit.click();
    await tab.userNumber(1).shows("Count", "You 1 · Everyone 1");
  });
}
