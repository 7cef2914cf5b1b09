// live: the function runs by itself, a moment after an input has changed.

import { held, letGo } from "../fixtures/held.ts";
import { expect, test } from "../fixtures/test.ts";

const calculator = `import * as gr from "interstate";

let calls = 0;

export default gr.Interface({
  fn: (a: number, op: string, b: number) => {
    calls += 1;
    return [op === "add" ? a + b : a * b, calls];
  },
  inputs: [gr.Number({ label: "A", value: 2 }), gr.Radio(["add", "multiply"], { label: "Op", value: "add" }), gr.Number({ label: "B", value: 3 })],
  outputs: [gr.Number({ label: "Result" }), gr.Number({ label: "Calls" })],
  live: true,
});
`;

test("a change of an input runs the function; there is no Submit", async ({ open }) => {
  const { user } = await open(calculator);
  await expect(user.submit).toHaveCount(0);
  await user.shows("Result", "");
  await user.field("multiply").check();
  await user.shows("Result", "6");
  await user.field("B").fill("10");
  await user.shows("Result", "20");
});

test("what is typed in one go is one call, with what was typed last", async ({ open }) => {
  const { user } = await open(calculator);
  await user.field("A").fill("");
  // In one turn of the page, so that no machine is too slow for it.
  await user.field("A").evaluate((field: HTMLInputElement) => {
    for (const text of ["1", "12", "123", "1234", "12345"]) {
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });
  await user.shows("Result", "12348");
  await user.shows("Calls", "1");
});

test("a field that cannot be read says so, and the next change runs again", async ({ open }) => {
  const { user } = await open(calculator);
  await user.field("A").fill("one");
  await expect(user.field("A")).toHaveAttribute("aria-invalid", "true");
  await user.field("A").fill("1");
  await user.shows("Result", "4");
  await expect(user.field("A")).not.toHaveAttribute("aria-invalid", "true");
});

test("of changes while a call runs the newest is answered", async ({ open }) => {
  const { page, user } = await open(`import * as gr from "interstate";

const seen: string[] = [];

${held}
export default gr.Interface({
  fn: async (text: string) => {
    await held();
    seen.push(text);
    return [text, seen];
  },
  inputs: gr.Textbox({ label: "Text" }),
  outputs: [gr.Textbox({ label: "Last" }), gr.JSON({ label: "Seen" })],
  live: true,
});
`);
  await user.field("Text").fill("a");
  await expect(user.status.filter({ hasText: "processing" }).first()).toBeVisible();
  for (const text of ["ab", "abc", "abcd"]) await user.field("Text").fill(text);
  await letGo(page);
  await user.shows("Last", "abcd");
  await user.showsJson("Seen", ["a", "abcd"]);
});

test("a function that changes its State does not run itself again", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({
  fn: (text: string, count: number) => [count + 1, count + 1],
  inputs: [gr.Textbox({ label: "Text" }), gr.State(0)],
  outputs: [gr.Number({ label: "Count" }), gr.State()],
  live: true,
});
`);
  await user.field("Text").fill("a");
  await user.shows("Count", "1");
  await user.field("Text").fill("ab");
  await user.shows("Count", "2");
});

test("an example of a live app fills the inputs, and what follows from that runs", async ({ open }) => {
  const { user } = await open(calculator.replace("live: true", 'live: true, examples: [[5, "multiply", 7]]'));
  await user.field("Examples").getByRole("button").first().click();
  await user.shows("Result", "35");
  await user.shows("Calls", "1");
});
