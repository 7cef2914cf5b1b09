// The examples of a gr.Interface: rows that fill the inputs, page by page, and outputs that are remembered.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

/** Its function says in the output how often it was called, so what is remembered can be told from what ran. */
function program(options: string, body = ""): string {
  return `import * as gr from "interstate";

let calls = 0;
${body}
function repeat(text: string, times: number) {
  calls += 1;
  return text.repeat(times) + " #" + calls;
}

export default gr.Interface({
  fn: repeat,
  inputs: [gr.Textbox({ label: "Text" }), gr.Number({ label: "Times" })],
  outputs: gr.Textbox({ label: "Repeated" }),
  ${options}
});
`;
}

test("a press on an example fills the inputs and runs nothing", async ({ open }) => {
  const { user } = await open(program('examples: [["a", 2], ["b", 3]]'));
  const examples = user.field("Examples");
  await expect(examples.getByRole("columnheader")).toHaveText(["Text", "Times"]);
  await examples.getByRole("cell", { name: "3", exact: true }).click();
  await user.shows("Text", "b");
  await user.shows("Times", "3");
  await user.shows("Repeated", "");
  await user.submit.click();
  await user.shows("Repeated", "bbb #1");
});

test("examples are chosen by keyboard alone", async ({ open }) => {
  const { page, user } = await open(program('examples: [["a", 2], ["b", 3]]'));
  await tabTo(page, "b, 3");
  await page.keyboard.press("Enter");
  await user.shows("Text", "b");
  await user.submit.press("Enter");
  await user.shows("Repeated", "bbb #1");
});

test("examples come in pages, and may have names of their own", async ({ open }) => {
  const rows = Array.from({ length: 7 }, (_, i) => [`text ${i}`, i]);
  const names = rows.map((_, i) => `Number ${i}`);
  const { user } = await open(
    program(`examples: ${JSON.stringify(rows)}, exampleLabels: ${JSON.stringify(names)}, examplesPerPage: 3`),
  );
  const examples = user.field("Examples");
  const shown = examples.getByRole("listitem");
  await expect(shown).toHaveText(["Number 0", "Number 1", "Number 2"]);
  await user.button("Next").click();
  await user.button("Next").click();
  await expect(shown).toHaveText(["Number 6"]);
  await expect(user.button("Next")).toBeDisabled();
  await shown.getByRole("button").click();
  await user.shows("Text", "text 6");
  await user.shows("Times", "6");
});

test("a column without values leaves its input as it is, and State takes no part", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({
  fn: (text: string, seen: string[], loud: boolean) => [[...seen, loud ? text.toUpperCase() : text], [...seen, text]],
  inputs: [gr.Textbox({ label: "Text" }), gr.State([]), gr.Checkbox({ label: "Loud" })],
  outputs: [gr.JSON({ label: "Seen" }), gr.State()],
  examples: [["a", null], ["b", null]],
});
`);
  await user.field("Loud").check();
  await user.button("b").click();
  await user.shows("Text", "b");
  await expect(user.field("Loud")).toBeChecked();
  await user.submit.click();
  await user.showsJson("Seen", ["B"]);
});

test("remembered outputs come without a call, also after a reload, until the code changes", async ({ open }) => {
  const options = 'examples: [["a", 2], ["b", 3]], cacheExamples: true, preloadExample: false';
  const { user, page } = await open(program(options));
  const row = (text: string) => user.field("Examples").getByRole("button", { name: text });
  await row("a, 2").click();
  await user.shows("Repeated", "aa #1");
  await row("b, 3").click();
  await user.shows("Repeated", "bbb #2");
  await row("a, 2").click();
  await user.shows("Repeated", "aa #1");
  await expect(user.status.filter({ hasText: "from cache" })).toBeVisible();
  // What is typed runs anew, also if an example says the same.
  await user.send({ Text: "a", Times: "2" });
  await user.shows("Repeated", "aa #3");

  await page.reload();
  await expect(user.submit).toBeEnabled();
  await row("b, 3").click();
  await user.shows("Repeated", "bbb #2");

  const other = await open(program(options, 'console.log("another program");'));
  await other.user.field("Examples").getByRole("button", { name: "b, 3" }).click();
  await other.user.shows("Repeated", "bbb #1");
});

test("an app whose outputs are remembered begins with its first example, once that was tried", async ({ open }) => {
  const { user, page } = await open(program('examples: [["a", 2], ["b", 3]], cacheExamples: true'));
  await user.shows("Text", "");
  await user.field("Examples").getByRole("button", { name: "a, 2" }).click();
  await user.shows("Repeated", "aa #1");
  await page.reload();
  await user.shows("Text", "a");
  await user.shows("Times", "2");
  await user.shows("Repeated", "aa #1");
});

test("an example whose remembered call failed is not remembered", async ({ open }) => {
  const { user } = await open(program('examples: [["a", -1], ["b", 3]], cacheExamples: true, preloadExample: false'));
  const row = (text: string) => user.field("Examples").getByRole("button", { name: text });
  await row("a, -1").click();
  await expect(user.alert).toContainText("RangeError");
  await row("b, 3").click();
  await user.shows("Repeated", "bbb #1");
  await expect(user.alert).toHaveCount(0);
  await row("a, -1").click();
  await expect(user.alert).toContainText("RangeError");
});
