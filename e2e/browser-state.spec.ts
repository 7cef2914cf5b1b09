// gr.BrowserState: the same for every tab and user of this browser, until it is cleared.

import { expect, test } from "./fixtures/test.ts";

const notes = `import * as gr from "interstate";

function add(note: string, notes: string[]) {
  notes.push(note);
  if (note === "bad") throw new Error("no such note");
  return notes;
}

export default gr.Interface({
  fn: add,
  inputs: [gr.Textbox({ label: "Note" }), gr.BrowserState([] as string[], { storageKey: "notes" })],
  outputs: gr.JSON({ label: "Notes" }),
});
`;

test("all tabs and users have the same, live in the State panel, and it outlives them", async ({ open }) => {
  const first = await open(notes, { view: "split" });
  const second = await open(notes);
  await first.user.send({ Note: "one" });
  await first.user.showsJson("Notes", ["one"]);
  await second.user.send({ Note: "two" });
  await second.user.showsJson("Notes", ["one", "two"]);
  await first.state.shows("Browser state", "notes", '["one", "two"]');
  await second.user.send({ Note: "bad" });
  await expect(second.user.alert).toContainText("no such note");
  await second.page.close();
  await first.refresh();
  await first.state.shows("Browser state", "notes", '["one", "two"]');
  await first.user.send({ Note: "three" });
  await first.user.showsJson("Notes", ["one", "two", "three"]);
});

test("it is cleared from the State panel, for every tab", async ({ open }) => {
  const first = await open(notes, { view: "split" });
  const second = await open(notes);
  await second.user.send({ Note: "one" });
  await first.state.shows("Browser state", "notes", '["one"]');
  await first.state.region.getByRole("button", { name: "Reset notes" }).click();
  await first.state.region.getByRole("button", { name: "Reset notes for every tab?" }).click();
  await first.state.shows("Browser state", "notes", "[]");
  await second.user.send({ Note: "two" });
  await second.user.showsJson("Notes", ["two"]);
});
