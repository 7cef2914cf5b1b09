// gr.Examples in gr.Blocks: rows fill inputs; what they lead to runs, or is remembered.

import { expect, test } from "../fixtures/test.ts";

const program = (options: string) => `import * as gr from "interstate";

let calls = 0;

function greet(name: string, age: number) {
  calls += 1;
  return \`Hello \${name}, \${age} (call \${calls})\`;
}

export default gr.Blocks(() => {
  const name = gr.Textbox({ label: "Name" });
  const age = gr.Number({ label: "Age", value: 1 });
  const greeting = gr.Textbox({ label: "Greeting" });
  gr.Button("Greet").click({ fn: greet, inputs: [name, age], outputs: greeting });
  gr.Examples([["Ada", 36], ["Grace", 45]], { inputs: [name, age]${options} });
});`;

test("a row fills the inputs, and runs nothing unless it is said to", async ({ open }) => {
  const { app, user } = await open(program(""));
  await app.getByRole("button", { name: "Ada" }).click();
  await user.shows("Name", "Ada");
  await user.shows("Age", "36");
  await app.getByRole("button", { name: "Grace" }).press("Enter");
  await user.shows("Name", "Grace");
  await user.button("Greet").click();
  await user.shows("Greeting", "Hello Grace, 45 (call 1)");
});

test("runOnClick calls the function with each press", async ({ open }) => {
  const { app, user } = await open(program(", outputs: greeting, fn: greet, runOnClick: true"));
  await app.getByRole("button", { name: "Ada" }).click();
  await user.shows("Greeting", "Hello Ada, 36 (call 1)");
  await app.getByRole("button", { name: "Ada" }).click();
  await user.shows("Greeting", "Hello Ada, 36 (call 2)");
});

test("cacheExamples shows what came of it before, in a new tab, too", async ({ open }) => {
  const source = program(", outputs: greeting, fn: greet, cacheExamples: true");
  const { app, user } = await open(source);
  await app.getByRole("button", { name: "Ada" }).click();
  await user.shows("Greeting", "Hello Ada, 36 (call 1)");
  await app.getByRole("button", { name: "Grace" }).click();
  await user.shows("Greeting", "Hello Grace, 45 (call 2)");
  await app.getByRole("button", { name: "Ada" }).click();
  await user.shows("Greeting", "Hello Ada, 36 (call 1)");
  const other = await open(source);
  await other.app.getByRole("button", { name: "Grace" }).click();
  await other.user.shows("Greeting", "Hello Grace, 45 (call 2)");
});

test("a value that its input cannot have is an error that names the place", async ({ open }) => {
  const wrong = `import * as gr from "interstate";
export default gr.Blocks(() => {
  const age = gr.Number({ label: "Age" });
  gr.Examples([1, "two"], { inputs: age });
});`;
  const { page } = await open(wrong, { ready: false });
  await expect(page.getByRole("alert").filter({ hasText: "examples[1]" })).toBeVisible();
});

test("what follows an example can be added", async ({ open }) => {
  const { app, user } = await open(`import * as gr from "interstate";
export default gr.Blocks(() => {
  const word = gr.Textbox({ label: "Word" });
  const length = gr.Number({ label: "Length" });
  const { loadInputEvent } = gr.Examples(["one", "three"], { inputs: word });
  loadInputEvent.then({ fn: (text: string) => text.length, inputs: word, outputs: length });
});`);
  await app.getByRole("button", { name: "three" }).click();
  await user.shows("Length", "5");
});
