// What becomes of the variables outside the function when the code is edited: what a call has written stays, what is as the
// code made it follows the code.

import { expect, test } from "./fixtures/test.ts";

const program = (length: number) => `import * as gr from "interstate";

const table = build();
const visits: number[] = build();

function build() {
  return Array.from({ length: ${length} }, (_, i) => i);
}

function visit(n: number) {
  visits.push(n);
  return [table, visits];
}

export default gr.Interface({
  fn: visit,
  inputs: gr.Number({ label: "N" }),
  outputs: [gr.JSON({ label: "Table" }), gr.JSON({ label: "Visits" })],
});
`;

test.beforeEach(async ({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a variable is made anew when what its initialiser calls is edited, in other tabs too", async ({
  open,
  visit,
  site,
}) => {
  test.slow();
  const tab = await open(program(2), { view: "split" });
  await tab.state.shows("Global state", "visits", "[0, 1]");
  await tab.editor.ready();
  await tab.editor.replaceAll(program(3));
  await tab.state.shows("Global state", "visits", "[0, 1, 2]");
  await expect(tab.page).toHaveURL(/#draft=/);

  const other = await visit(tab.page.url().slice(site.url.length).replace("view=split", "view=app"));
  await other.ready();
  await tab.editor.replaceAll(program(4));
  await tab.state.shows("Global state", "visits", "[0, 1, 2, 3]");
  await other.user.send({ N: "9" });
  await other.user.showsJson("Visits", [0, 1, 2, 3, 9]);
  await other.user.showsJson("Table", [0, 1, 2, 3]);
});

test("a variable that a call has written is kept over such an edit, and says so; its neighbour follows", async ({
  open,
}) => {
  test.slow();
  const tab = await open(program(1), { view: "split" });
  await tab.user.send({ N: "7" });
  await tab.user.showsJson("Visits", [0, 7]);
  await tab.editor.ready();
  await tab.editor.replaceAll(program(2));
  await tab.state.shows("Global state", "visits", "kept");
  await tab.user.send({ N: "8" });
  await tab.user.showsJson("Visits", [0, 7, 8]);
  await tab.user.showsJson("Table", [0, 1]);
  await tab.refresh();
  await tab.user.send({ N: "9" });
  await tab.user.showsJson("Visits", [0, 7, 8, 9]);
});

test("what other code has put out goes with it; a comment changes nothing, and what was typed stays", async ({
  open,
}) => {
  const greet = (word: string) => `import * as gr from "interstate";

function greet(name: string) {
  return "${word} " + name;
}

export default gr.Interface({ fn: greet, inputs: gr.Textbox({ label: "Name" }), outputs: gr.Textbox({ label: "Says" }) });
`;
  const tab = await open(greet("Hello"), { view: "split" });
  await tab.user.send({ Name: "Ada" });
  await tab.user.shows("Says", "Hello Ada");
  await tab.editor.ready();
  // A new build takes the worker that is ready, so that another is made ready.
  const built = tab.page.waitForEvent("worker");
  await tab.editor.replaceAll(`// A greeting.\n${greet("Hello")}`);
  await built;
  await expect(tab.app).toHaveAttribute("aria-busy", "false");
  await tab.user.shows("Says", "Hello Ada");

  await tab.editor.replaceAll(greet("Bye"));
  await tab.user.shows("Says", "");
  await tab.user.shows("Name", "Ada");
  await expect(tab.app.getByText(/\d ms/)).toBeHidden();
});
