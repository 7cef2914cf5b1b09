// gr.Interface as Gradio users know it: labels, layout, buttons and keys.

import { expect, test } from "./fixtures/test.ts";
import { counter, messageHistory, scoreTracker } from "./programs.ts";

const allKinds = `import * as gr from "interstate";

function greet(name: string, times: number, loudly: boolean) {
  const text = \`Hello \${name}\`.repeat(times);
  return [loudly ? text.toUpperCase() : text, { name, times, loudly }, times * 2, loudly];
}

export default gr.Interface({
  fn: greet,
  inputs: ["textbox", gr.Number({ label: "Times", value: 1 }), gr.Checkbox({ label: "Loudly" })],
  outputs: ["text", "json", gr.Number({ label: "Twice" }), gr.Checkbox({ label: "Was loud" })],
  title: "Greeter",
  description: "Says **hello**.",
  article: "No [tracking](https://example.com).",
});
`;

test("components of all kinds take and show values, labelled by parameter where no label is given", async ({
  open,
}) => {
  const { user } = await open(allKinds);
  await user.field("Loudly").check();
  await user.send({ name: "Ada", Times: "2" });
  await user.shows("output 0", "HELLO ADAHELLO ADA");
  await user.showsJson("output 1", { name: "Ada", times: 2, loudly: true });
  await user.shows("Twice", "4");
  await expect(user.field("Was loud")).toBeChecked();
});

test("title, description and article stand around the app, in Markdown", async ({ open }) => {
  const { app } = await open(allKinds);
  await expect(app.getByRole("heading", { name: "Greeter" })).toBeVisible();
  await expect(app.locator("strong")).toHaveText("hello");
  await expect(app.getByRole("link", { name: "tracking" })).toHaveAttribute("href", "https://example.com");
});

test("Markdown from a program cannot bring scripts into the page", async ({ open, expectErrors }) => {
  // The policy refuses the handler as the text is parsed, before it is cleaned; the picture does not exist.
  expectErrors(/inline event handler/, /404/);
  const evil = '<img src=x onerror=\\"document.title=1\\"><script>document.title=2</script>[x](javascript:alert(1))';
  const { app } = await open(allKinds.replace("Says **hello**.", evil));
  await expect(app.getByRole("heading", { name: "Greeter" })).toBeVisible();
  await expect(app.getByText("x", { exact: true })).toBeVisible();
  await expect(app.locator("script, [onerror], [href^='javascript']")).toHaveCount(0);
});

test("Enter in a field submits", async ({ open }) => {
  const scores = await open(scoreTracker);
  await scores.user.field("Score").fill("3");
  await scores.user.field("Score").press("Enter");
  await scores.user.showsJson("Top Scores", [3]);

  const messages = await open(messageHistory);
  await messages.user.field("message").fill("hello");
  await messages.user.field("message").press("Enter");
  await messages.user.showsJson("output 0", { "Current messages": "hello", "Previous messages": [] });
});

test("an app without inputs has Generate in place of Submit", async ({ open }) => {
  const { user } = await open(counter);
  await expect(user.submit).toBeHidden();
  await user.generate.click();
  await user.shows("Count", "1");
  await user.clear.click();
  await user.shows("Count", "");
  await user.generate.click();
  await user.shows("Count", "2");
});

test("Clear gives inputs their first values again", async ({ open }) => {
  const { user } = await open(allKinds);
  await user.field("Loudly").check();
  await user.send({ name: "Ada", Times: "2" });
  await user.shows("Twice", "4");
  await user.clear.click();
  await user.shows("name", "");
  await user.shows("Times", "1");
  await user.shows("Twice", "");
  await expect(user.field("Loudly")).not.toBeChecked();
});

test("a bare app: the only one that a module makes is used without an export", async ({ open }) => {
  const { user } = await open(
    scoreTracker.replace("export default gr", "const demo = gr").concat("\ndemo.launch();\n"),
  );
  await user.send({ Score: "3" });
  await user.showsJson("Top Scores", [3]);
});

test("enums, parameter properties and types in the code work", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";

enum Size { Small = 1, Large = 10 }

class Box {
  constructor(readonly size: Size, private label = "box") {}
  toString() {
    return \`\${Size[this.size]} \${this.label}\`;
  }
}

const pack = (size: number): string => String(new Box(size as Size));

export default gr.Interface({ fn: pack, inputs: gr.Number({ label: "Size" }), outputs: gr.Textbox({ label: "Box" }) });
`);
  await user.send({ Size: "10" });
  await user.shows("Box", "Large box");
});

test("a JSON output's text is the JSON, however deep", async ({ open }) => {
  const value = { list: [1, [2, { deep: null }]], text: 'with "quotes" and <tags>', empty: [], none: {}, yes: true };
  const { user } = await open(`import * as gr from "interstate";

const show = () => (${JSON.stringify(value)});

export default gr.Interface({ fn: show, inputs: [], outputs: gr.JSON({ label: "Value" }) });
`);
  await user.generate.click();
  await user.showsJson("Value", value);
});

test("a component that only the whole runtime has is there, however it is written", async ({ open }) => {
  for (const inputs of ['"slider"', "gr.Slider({ label: 'n' })", 'gr["Sli" + "der"]({ label: "n" })']) {
    const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({ fn: (n: number) => n + 1, inputs: ${inputs}, outputs: gr.Number({ label: "Next" }) });
`);
    await user.submit.click();
    await user.shows("Next", "1");
  }
});

test("where the rest of the runtime cannot be loaded that is said, and what is there runs", async ({
  open,
  context,
  expectErrors,
}) => {
  expectErrors(/ERR_FAILED/);
  await context.route(/sandbox-worker/, (route) => route.abort());
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({ fn: (n: number) => n + 1, inputs: gr.Slider(), outputs: "number" });
`);
  await expect(user.alert).toContainText("A part of Interstate that is needed for this could not be loaded.");
  const other = await open(`import * as gr from "interstate";
export default gr.Interface({ fn: (n: number) => n + 1, inputs: gr.Number({ label: "n" }), outputs: "number" });
`);
  await other.user.send({ n: "1" });
  await other.user.shows("output", "2");
});
