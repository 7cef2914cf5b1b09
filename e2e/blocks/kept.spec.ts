// What State and BrowserState promise at their edges, and apps within apps.

import { expect, test } from "../fixtures/test.ts";

test("State that is changed in place has changed, though it is no output", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Blocks(() => {
  const list = gr.State<string[]>([]);
  const box = gr.Textbox({ label: "Box" });
  const changes = gr.JSON({ label: "Changes" });
  list.change({ fn: (list) => list, inputs: list, outputs: changes });
  box.submit({ fn(text, list) { if (text) list.push(text); return ""; }, inputs: [box, list], outputs: box });
});
`);
  for (const word of ["one", "two"]) {
    await user.field("Box").fill(word);
    await user.field("Box").press("Enter");
    await user.shows("Box", "");
  }
  await user.showsJson("Changes", ["one", "two"]);
});

for (const [what, value, where] of [
  ["a class instance", "new (class Model {})()", "it is an instance of Model"],
  ["a function in a record", "{ deep: { call: () => 1 } }", "at .deep.call it holds a function"],
] as const) {
  test(`State that begins with ${what} is an error in words`, async ({ open }) => {
    const { app } = await open(
      `import * as gr from "interstate";
export default gr.Blocks(() => { gr.State(${value}); });
`,
      { ready: false },
    );
    await expect(app.getByRole("alert")).toContainText(
      "The initial value of gr.State must be able to be copied for each session, but",
    );
    await expect(app.getByRole("alert")).toContainText(where);
  });
}

const remembers = (note: string) => `import * as gr from "interstate";
// ${note}
export default gr.Blocks((demo) => {
  const kept = gr.BrowserState({ n: 0 }, { storageKey: "kept" });
  const shown = gr.JSON({ label: "Shown" });
  const changes = gr.Number(0, { label: "Changes" });
  const set = (n: number) => gr.Button("Set " + n).click({ fn: () => ({ n }), outputs: kept });
  set(0);
  set(1);
  kept.change({ fn: (kept, changes) => [kept, changes + 1], inputs: [kept, changes], outputs: [shown, changes] });
  demo.load({ fn: (kept) => kept, inputs: kept, outputs: shown });
});
`;

test("BrowserState has changed only if it is deeply different, and each playground has its own", async ({ open }) => {
  const tab = await open(remembers("one playground"));
  const { user } = tab;
  await user.showsJson("Shown", { n: 0 });
  await user.button("Set 1").click();
  await user.shows("Changes", "1");
  await tab.ready();
  await user.button("Set 1").click();
  await tab.ready();
  await user.button("Set 0").click();
  await user.shows("Changes", "2");
  await user.showsJson("Shown", { n: 0 });
  await user.button("Set 1").click();
  await user.shows("Changes", "3");

  const other = await open(remembers("another playground"));
  await other.user.showsJson("Shown", { n: 0 });
  await tab.refresh();
  await user.showsJson("Shown", { n: 1 });
});

test("a gr.Blocks in another keeps its listeners, its State and its load; one that is made outside is put in by render", async ({
  open,
}) => {
  const { user, app } = await open(`import * as gr from "interstate";
const outside = gr.Blocks((demo) => {
  const name = gr.Textbox({ label: "Name" });
  const times = gr.State(0);
  const greeting = gr.Textbox({ label: "Greeting" });
  gr.Button("Greet").click({
    fn: (name, times) => ["Hello " + name + " " + (times + 1), times + 1],
    inputs: [name, times],
    outputs: [greeting, times],
  });
  demo.load({ fn: () => "loaded", outputs: greeting });
});

export default gr.Blocks(() => {
  gr.Tab("First", () => {
    gr.Blocks(() => {
      const count = gr.Number(0, { label: "Count" });
      gr.Button("Add").click({ fn: (n) => n + 1, inputs: count, outputs: count });
    });
  });
  gr.Tab("Second", () => void outside.render());
});
`);
  await user.button("Add").click();
  await user.shows("Count", "1");
  await app.getByRole("tab", { name: "Second" }).click();
  await user.shows("Greeting", "loaded");
  await user.field("Name").fill("Ada");
  for (const times of [1, 2]) {
    await user.button("Greet").click();
    await user.shows("Greeting", `Hello Ada ${times}`);
  }
});
