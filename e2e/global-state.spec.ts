// Variables outside the function: shared by all tabs, one call at a time, committed whole or not at all.

import type { Locator } from "@playwright/test";
import { held, letGo } from "./fixtures/held.ts";
import { expect, test } from "./fixtures/test.ts";
import { counter, scoreTracker } from "./programs.ts";

test("a change in one tab shows at once in the State panel of another", async ({ open }) => {
  const first = await open(scoreTracker, { view: "split" });
  const second = await open(scoreTracker);
  await second.user.send({ Score: "7" });
  await first.state.shows("Global state", "scores", "[7]");
});

test("scores survive a refresh", async ({ open }) => {
  const tab = await open(scoreTracker);
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  await tab.refresh();
  await tab.user.send({ Score: "9" });
  await tab.user.showsJson("Top Scores", [9, 3]);
});

test("scores survive when every tab is closed", async ({ open }) => {
  const first = await open(scoreTracker);
  await first.user.send({ Score: "3" });
  await first.user.showsJson("Top Scores", [3]);
  await first.page.close();

  const second = await open(scoreTracker);
  await second.user.send({ Score: "9" });
  await second.user.showsJson("Top Scores", [9, 3]);
});

test("a call that throws after it pushed leaves the variables outside and the session's State as they were", async ({
  open,
}) => {
  const { user, state } = await open(
    `import * as gr from "interstate";

const scores: number[] = [];

function track(score: number, mine: number[]) {
  scores.push(score);
  mine.push(score);
  if (score < 0) throw new RangeError("No score is negative");
  return [{ scores, mine }, mine];
}

export default gr.Interface({
  fn: track,
  inputs: [gr.Number({ label: "Score" }), gr.State([])],
  outputs: [gr.JSON({ label: "Result" }), gr.State()],
});
`,
    { view: "split" },
  );
  await user.send({ Score: "3" });
  await user.showsJson("Result", { scores: [3], mine: [3] });

  await user.send({ Score: "-1" });
  await expect(user.alert).toContainText("No score is negative");
  await state.shows("Global state", "scores", "[3]");
  await state.shows("Session state", "", "[3]");

  await user.send({ Score: "5" });
  await user.showsJson("Result", { scores: [3, 5], mine: [3, 5] });
  await expect(user.alert).toBeHidden();
});

test("three tabs that call 50 times each at once lose no call", async ({ open }) => {
  // Two of the pages are behind the third, where the browser draws only a few times a second.
  test.slow();
  const tabs = [await open(counter), await open(counter), await open(counter)];
  const seen = await Promise.all(tabs.map(({ user }) => pressManyTimes(user.field("Count"), 50)));
  expect(seen.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));

  const late = await open(counter);
  await late.user.generate.click();
  await late.user.shows("Count", "151");
});

test("a call that waits for another user's shows its place in the queue", async ({ open }) => {
  const tab = await open(`import * as gr from "interstate";

let calls = 0;

${held}
async function slow(waits: boolean) {
  if (waits) await held();
  calls += 1;
  return calls;
}

export default gr.Interface({ fn: slow, inputs: gr.Checkbox({ label: "Waits" }), outputs: gr.Number({ label: "Calls" }) });
`);
  await tab.toolbar("Add user").click();
  const [first, second] = [tab.userNumber(1), tab.userNumber(2)];
  await first.field("Waits").check();
  await first.submit.click();
  await expect(first.status).toContainText("processing");
  await second.submit.click();
  await expect(second.status).toContainText(/queue: \d+\/\d+ \| \d+\.\ds/);
  await letGo(tab.page);
  await first.shows("Calls", "1");
  await second.shows("Calls", "2");
});

test("what holds a function or a class instance is loaded once, and the panel says why", async ({ open }) => {
  const tab = await open(
    `import * as gr from "interstate";

class Model {
  double(value: number) {
    return value * 2;
  }
}

const model = new Model();
let calls = 0;

function run(value: number) {
  calls += 1;
  return model.double(value);
}

export default gr.Interface({ fn: run, inputs: gr.Number({ label: "Value" }), outputs: gr.Number({ label: "Double" }) });
`,
    { view: "split" },
  );
  await tab.user.send({ Value: "21" });
  await tab.user.shows("Double", "42");
  await tab.state.shows("Loaded once", "model", "Model");
  await tab.state.shows("Global state", "calls", "1");
});

test("what gr.local made is loaded once: each user has their own, and nothing is stored", async ({ open }) => {
  const tab = await open(
    `import * as gr from "interstate";

const seen = gr.local(new Set<string>());
const total: string[] = [];

function visit(name: string) {
  seen.add(name);
  total.push(name);
  return [[...seen], total];
}

export default gr.Interface({ fn: visit, inputs: "textbox", outputs: [gr.JSON({ label: "Mine" }), gr.JSON({ label: "All" })] });
`,
    { view: "split" },
  );
  await tab.state.shows("Loaded once", "seen", "made local by gr.local");
  await tab.toolbar("Add user").click();
  const [first, second] = [tab.userNumber(1), tab.userNumber(2)];
  await first.send({ name: "a" });
  await first.showsJson("Mine", ["a"]);
  await second.send({ name: "b" });
  await second.showsJson("Mine", ["b"]);
  await second.showsJson("All", ["a", "b"]);
  await tab.state.shows("Global state", "total", '["a", "b"]');
});

test("reset starts from the initial values, in every tab", async ({ open }) => {
  const first = await open(scoreTracker, { view: "split" });
  const second = await open(scoreTracker, { view: "split" });
  await first.user.send({ Score: "3" });
  await second.state.shows("Global state", "scores", "[3]");
  await first.state.resetAll();
  await first.state.shows("Global state", "scores", "[]");
  await second.state.shows("Global state", "scores", "[]");
  await second.user.send({ Score: "5" });
  await second.user.showsJson("Top Scores", [5]);
});

/** Presses Generate as soon as it can be pressed again, inside the page; returns what the output showed each time. */
function pressManyTimes(output: Locator, times: number): Promise<number[]> {
  return output.evaluate(async (field, count) => {
    const read = () => ("value" in field ? String(field.value) : (field.textContent ?? ""));
    const generate = () => [...document.querySelectorAll("button")].find((button) => button.textContent === "Generate");
    const nextFrame = () => new Promise(requestAnimationFrame);
    const shown: number[] = [];
    while (shown.length < count) {
      const before = read();
      while (!generate()?.checkVisibility() || generate()?.disabled) await nextFrame();
      generate()?.click();
      while (read() === before) await nextFrame();
      shown.push(Number(read()));
    }
    return shown;
  }, times);
}
