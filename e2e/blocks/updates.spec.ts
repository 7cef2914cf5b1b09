// What a function may change of its outputs besides their values.

import { expect, test } from "../fixtures/test.ts";

const changes = `import * as gr from "interstate";

function change(what: string) {
  if (what === "nothing") return [gr.skip(), gr.skip()];
  if (what === "label") return [gr.update({ label: "Renamed" }), gr.skip()];
  if (what === "hide") return [gr.skip(), gr.Number({ visible: false })];
  return [what.toUpperCase(), 5];
}

export default gr.Interface({
  fn: change,
  inputs: gr.Textbox({ label: "What", elemId: "what", elemClasses: "wide tall" }),
  outputs: [gr.Textbox({ label: "Text" }), gr.Number({ label: "Number" })],
});
`;

test("outputs are left, renamed and hidden for the user whose call it was", async ({ open }) => {
  const { user } = await open(changes);
  await user.send({ What: "abc" });
  await user.shows("Text", "ABC");
  await user.send({ What: "nothing" });
  await user.shows("Text", "ABC");
  await user.send({ What: "label" });
  await user.shows("Renamed", "ABC");
  await user.send({ What: "hide" });
  await expect(user.field("Number")).toHaveCount(0);
});

test("a component's id and classes are there, apart from the page's own", async ({ open }) => {
  const { page } = await open(changes);
  await expect(page.locator("#app-what.app-wide.app-tall").getByLabel("What", { exact: true })).toBeVisible();
});
