// The editor: loaded after the app, checks as one types, runs by itself when typing stops, marks what went wrong.

import { expect, test } from "./fixtures/test.ts";
import { scoreTracker, yoursAndEveryones } from "./programs.ts";

test.beforeEach(async ({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("renaming a variable letter by letter and back, while it runs by itself, loses nothing", async ({ open }) => {
  const tab = await open(scoreTracker.replace("const scores", 'console.log("loaded");\nconst scores'), {
    view: "split",
  });
  await tab.toolbar("Console").click();
  const loads = tab.console.getByText("loaded", { exact: true });
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.user.send({ Score: "9" });
  await tab.user.showsJson("Top Scores", [9, 3]);

  await tab.editor.ready();
  await tab.editor.caretAfter("scores");
  let runs = 1;
  await expect(loads).toHaveCount(runs);
  for (const key of ["O", "f", "Backspace", "Backspace"]) {
    await tab.editor.press(key);
    await expect(loads).toHaveCount((runs += 1));
    await tab.ready();
    if (key === "f") await expect(tab.state.aside).toContainText("scores[3, 9]");
  }
  await tab.state.shows("Global state", "scores", "[3, 9]");
  await tab.user.send({ Score: "5" });
  await tab.user.showsJson("Top Scores", [9, 5, 3]);
});

test("a variable that is renamed wherever it stands starts anew, and comes back with its old name", async ({
  open,
}) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.editor.ready();
  for (const name of ["s", "sc", "scores2"]) {
    await tab.editor.replaceAll(scoreTracker.replaceAll(/\bscores\b/g, name));
    await tab.state.shows("Global state", name, "[]");
  }
  await tab.user.send({ Score: "7" });
  await tab.user.showsJson("Top Scores", [7]);
  await tab.editor.replaceAll(scoreTracker);
  await tab.state.shows("Global state", "scores", "[3]");
  // A change shows as old and new for a while.
  await expect(tab.state.aside).toContainText(/scores2.*\[7\]/);
});

test("an edit runs by itself soon after typing stops, rebuilds the app, and calls nothing", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.editor.ready();
  await tab.editor.replaceAll(scoreTracker.replace('"Score"', '"Points"'));
  await expect(tab.user.field("Points")).toBeVisible();
  await tab.state.shows("Global state", "scores", "[3]");
});

test("what was typed into an input stays over an edit that leaves its label and kind", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.field("Score").fill("42");
  await tab.editor.ready();
  await tab.editor.replaceAll(scoreTracker.replace('"Top Scores"', '"Best"'));
  await expect(tab.user.field("Best")).toBeVisible();
  await tab.user.shows("Score", "42");
});

test("while the code does not compile the last app stays, and the problem is named", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(`${scoreTracker}\nconst half = ;\n`);
  await expect(tab.code.getByText(/^[1-9]\d* problems?$/)).toBeVisible();
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
});

test("a value that was kept over an edit is marked, and can be started anew", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.editor.ready();
  await tab.editor.replaceAll(scoreTracker.replace("slice(0, 3)", "slice(0, 2)"));
  const global = tab.state.group("Global state");
  await expect(global).toContainText(/kept from before your edit/i);
  await global.getByRole("button", { name: /start anew/i }).click();
  await global.getByRole("button", { name: "Reset scores for every tab?", exact: true }).click();
  await tab.state.shows("Global state", "scores", "[]");
});

test("the editor knows the types of interstate and marks a mistake", async ({ open }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.hasNoProblems();
  await tab.editor.replaceAll(scoreTracker.replace("score: number", "score: string"));
  await expect(tab.code.getByText(/^[1-9]\d* problems?$/)).toBeVisible();
  await tab.editor.replaceAll(scoreTracker);
  await tab.editor.hasNoProblems();
});

test("functions written in place know their inputs and what is asked of the call, and null where an input may be empty", async ({
  open,
}) => {
  const source = `import * as gr from "interstate";
export default gr.Blocks((demo) => {
  const out = gr.Textbox();
  const photo = gr.Image({ required: false });
  const board = gr.Dataframe();
  board.select({ fn: (evt = gr.SelectData<[number, number]>()) => evt.index[0].toFixed(), outputs: out });
  out.submit({ fn: (text, evt = gr.EventData()) => text.trim() + evt.data["value"], inputs: out, outputs: out });
  demo.load({ fn: (request = gr.Request()) => request.sessionHash, outputs: out });
  photo.change({ fn: (picture) => picture?.type ?? "none", inputs: photo, outputs: out });
});
`;
  const tab = await open(source, { view: "split" });
  await tab.editor.hasNoProblems();
  await tab.editor.replaceAll(source.replace("(picture) => picture?", "(picture: Blob) => picture"));
  await expect(tab.code.getByText("1 problem", { exact: true })).toBeVisible();
  await tab.editor.replaceAll(source.replace("evt.index[0]", "evt.liked[0]"));
  await expect(tab.code.getByText("1 problem", { exact: true })).toBeVisible();
});

test("chips at the end of a line say what is global and what is session", async ({ open }) => {
  const tab = await open(yoursAndEveryones, { view: "split" });
  await tab.editor.ready();
  await expect(tab.editor.line("let everyone = 0;")).toContainText("global");
  await expect(tab.editor.line("inputs: gr.State(0)")).toContainText("session");
  await expect(tab.editor.line("mine += 1;")).not.toContainText("session");
});

test("a name and a chip under the pointer say what kind of state it is, who sees it, and why", async ({ open }) => {
  const source = yoursAndEveryones
    .replace("let everyone", "const step = 1;\nconst parts = new Intl.NumberFormat();\nlet everyone")
    .replace("everyone += 1", "everyone += step + parts.format(1).length - 1");
  const tab = await open(source, { view: "split" });
  await tab.editor.ready();
  for (const [line, word, note, why] of [
    [
      "let everyone",
      "everyone",
      "everyone is global: every tab of this browser shares it, other people do not.",
      "Why: it stands outside the function, and press may change it on line 10.",
    ],
    [
      "let everyone",
      "global",
      "everyone is global: every tab of this browser shares it, other people do not.",
      "Why: it stands outside the function, and press may change it on line 10.",
    ],
    [
      "const step",
      "step",
      "step is a constant: it stays as it was when the code was loaded.",
      "Why: it is a plain const.",
    ],
    [
      "const parts",
      "parts",
      "parts is loaded once: the calls of one user share it, until the code runs again, Stop, or refresh.",
      /Why: .*NumberFormat/,
    ],
    [
      "inputs: gr.State(0)",
      "State",
      "State is session state: each user has their own, until their page is refreshed or closed.",
      "Why: it is kept in a State.",
    ],
  ] as const) {
    await test.step(word, async () => {
      await tab.editor.pointAt(line, word);
      await expect(tab.page.getByRole("tooltip").filter({ hasText: note }).filter({ hasText: why })).toBeVisible();
    });
  }
});

test("an error of a call is marked where it was thrown, as far as the expression goes", async ({ open }) => {
  const source = scoreTracker.replace("scores.push(score);", 'throw new Error("Not today");');
  const tab = await open(source, { view: "split" });
  await tab.editor.ready();
  await tab.user.send({ Score: "3" });
  await expect(tab.user.alert).toContainText("Not today");
  const marked = tab.code.locator(".squiggly-error");
  await expect(marked).toBeVisible();
  await expect(async () => {
    const { x, width } = await tab.editor.boxOf("Not today", 'new Error("Not today")');
    const box = await marked.boundingBox();
    expect(Math.abs((box?.x ?? 0) - x)).toBeLessThan(2);
    expect(Math.abs((box?.width ?? 0) - width)).toBeLessThan(2);
  }).toPass();
});

for (const way of ["Run", "ControlOrMeta+Enter"] as const) {
  test(`${way} loads the code as it is`, async ({ open }) => {
    const source = scoreTracker.replace("const scores", 'console.log("loaded here");\n\nconst scores');
    const tab = await open(source, { view: "split" });
    await tab.toolbar("Console").click();
    const loads = tab.console.getByText("loaded here");
    await expect(loads).toHaveCount(1);
    await tab.editor.ready();
    if (way === "Run") await tab.toolbar("Run").click();
    else {
      await tab.editor.focus();
      await tab.page.keyboard.press(way);
    }
    await expect(loads).toHaveCount(2);
  });
}
