// Who closes their tab for good is told to the app: by another tab that is open, or by the next one.

import { test } from "../fixtures/test.ts";

const program = `import * as gr from "interstate";

const log: string[] = [];

export default gr.Blocks((demo) => {
  const cart = gr.State<string[]>([], { deleteCallback: (items) => { log.push("deleted " + items.join("+")); } });
  const item = gr.Textbox({ label: "Item" });
  const size = gr.Number({ label: "Size" });
  gr.Button("Add").click({
    fn: (items, text) => [[...items, text], items.length + 1],
    inputs: [cart, item],
    outputs: [cart, size],
  });
  gr.JSON({ label: "Log", value: () => log });
  demo.unload({ fn: (request = gr.Request()) => { log.push(request.sessionHash === "" ? "nobody" : "unloaded"); } });
});
`;

test("a tab that is closed is told by one that is open, at once", async ({ open }) => {
  const mine = await open(program);
  const other = await open(program);
  await mine.user.field("Item").fill("milk");
  await mine.user.button("Add").click();
  await mine.user.shows("Size", "1");
  await mine.page.close({ runBeforeUnload: true });
  await other.user.showsJson("Log", ["unloaded", "deleted milk"]);
});

test("the last tab that is closed is told by the next one that is opened", async ({ open }) => {
  const mine = await open(program);
  await mine.user.field("Item").fill("bread");
  await mine.user.button("Add").click();
  await mine.user.shows("Size", "1");
  await mine.page.close({ runBeforeUnload: true });
  const next = await open(program);
  await next.user.showsJson("Log", ["unloaded", "deleted bread"]);
  await next.user.shows("Size", "");
});

test("a reload is a leaving, too; State that was never written to is not told", async ({ open }) => {
  const mine = await open(program);
  await mine.refresh();
  await mine.user.showsJson("Log", ["unloaded"]);
  await mine.user.field("Item").fill("eggs");
  await mine.user.button("Add").click();
  await mine.user.shows("Size", "1");
  await mine.refresh();
  // Of the first session nothing was said but that it ended.
  await mine.user.showsJson("Log", ["unloaded", "unloaded", "deleted eggs"]);
});
