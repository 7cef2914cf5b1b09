// Packages in the editor: their types, which version they are, and how to go on to another.

import { expect, test } from "../fixtures/cdn-test.ts";
import type { Editor } from "../fixtures/editor.ts";

function program(specifier: string, body: string): string {
  return `import * as gr from "interstate";
import shout, { type Options } from "${specifier}";
const options: Options = { mark: "!" };
export default gr.Interface({
  fn: (text: string) => ${body},
  inputs: gr.Textbox({ label: "Text" }),
  outputs: gr.Textbox({ label: "Said" }),
});
`;
}

/** Nothing is known of it, so nothing of its types is named. */
const untyped = program("npm:shout@^1", "shout.anything ?? shout(text, options)")
  .replace(", { type Options }", "")
  .replace(": Options", "");

const code = (mark: string) => `export default (text, options) => text.toUpperCase() + options.mark + "${mark}";`;
const types = `import type { Mark } from "./mark.d.ts";
export interface Options { readonly mark: Mark }
export default function shout(text: string, options: Options): string;
`;

async function chooses(editor: Editor, word: string, action: string): Promise<void> {
  const page = editor.code.page();
  await editor.caretAfter(word);
  await editor.press("ControlOrMeta+.");
  await page
    .getByRole("option", { name: action })
    .or(page.getByText(action, { exact: true }))
    .first()
    .click();
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("a package without types is no mistake, whatever is done with it", async ({ open, cdn }) => {
  cdn.publish("shout", "1.2.3", code(""), { ranges: ["^1"] });
  const tab = await open(untyped, { view: "split" });
  await tab.editor.ready();
  await tab.editor.hasNoProblems();
  await tab.user.send({ Text: "hi" });
  await tab.user.shows("Said", "HI!");
});

test("types come with a package, with all that they name, also on reload with the CDN gone", async ({ open, cdn }) => {
  cdn.publish("shout", "1.2.3", code(""), { ranges: ["^1"], types });
  cdn.files.set("/shout@1.2.3/mark.d.ts", { text: 'export type Mark = "!" | "?";', type: "application/typescript" });
  const tab = await open(program("npm:shout@^1", "shout(text, options)"), { view: "split" });
  await tab.editor.ready();
  await tab.editor.hasNoProblems();
  await tab.editor.replaceAll(program("npm:shout@^1", "shout(text, { mark: '.' })"));
  await expect(tab.code.getByText(/Type '"\."' is not assignable to type 'Mark'/)).toBeVisible();
  await tab.ready();
  await tab.user.send({ Text: "hi" });
  await tab.user.shows("Said", "HI.");

  cdn.isUp = false;
  cdn.requests.length = 0;
  await tab.page.reload();
  await tab.editor.ready();
  await expect(tab.code.getByText(/Type '"\."' is not assignable to type 'Mark'/)).toBeVisible();
  expect(cdn.requests).toEqual([]);
});

test("whoever only looks at the app asks for no types", async ({ open, cdn }) => {
  cdn.publish("shout", "1.2.3", code(""), { ranges: ["^1"], types });
  const tab = await open(program("npm:shout@^1", "shout(text, options)"));
  await tab.user.send({ Text: "hi" });
  await tab.user.shows("Said", "HI!");
  expect(cdn.requests.filter((path) => path.includes(".d.ts"))).toEqual([]);
});

test("the version that is used shows at the import, and is written into it on request", async ({ open, cdn }) => {
  cdn.publish("shout", "1.2.3", code(""), { ranges: ["^1"] });
  const tab = await open(untyped, { view: "split" });
  await tab.editor.ready();
  await tab.editor.hasNoProblems();
  await tab.editor.pointAt("npm:shout", "shout@");
  await expect(tab.page.getByText("npm:shout@^1 is version 1.2.3 here")).toBeVisible();
  // A new build takes the worker that is ready, so that another is made ready; what was put out before goes with it.
  const built = tab.page.waitForEvent("worker");
  await chooses(tab.editor, "npm:shout", "Write version 1.2.3 into the import");
  await tab.editor.holds(/from "npm:shout@1\.2\.3";/);
  await built;
  await expect(async () => {
    await tab.user.send({ Text: "hi" });
    expect(await tab.user.text("Said")).toBe("HI!");
  }).toPass();
});

test("a newer version that a range may be is used once somebody asks for it", async ({ open, cdn }) => {
  cdn.publish("shout", "1.2.3", code(""), { ranges: ["^1"] });
  const tab = await open(untyped, { view: "split" });
  cdn.publish("shout", "1.3.0", code(" (new)"), { ranges: ["^1"] });
  await tab.refresh();
  await tab.user.send({ Text: "hi" });
  await tab.user.shows("Said", "HI!");
  await tab.editor.ready();
  await tab.editor.hasNoProblems();
  await chooses(tab.editor, "npm:shout", "Use the newest version that fits");
  await expect(async () => {
    await tab.user.send({ Text: "ho" });
    expect(await tab.user.text("Said")).toBe("HO! (new)");
  }).toPass();
  await tab.refresh();
  await tab.user.send({ Text: "hi" });
  await tab.user.shows("Said", "HI! (new)");
});
