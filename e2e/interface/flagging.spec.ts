// Flagging: what people keep of what they saw, in a log of this browser, and as CSV.

import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures/test.ts";

const program = (options: string) => `import * as gr from "interstate";

export default gr.Interface({
  fn: (a: number, note: string) => {
    if (a < 0) throw new Error("No roots of these");
    return Math.sqrt(a);
  },
  inputs: [gr.Number({ label: "A" }), gr.Textbox({ label: "Note" })],
  outputs: gr.Number({ label: "Root" }),
  ${options}
});
`;

test("nothing is flagged unless the app says so", async ({ open }) => {
  const { user } = await open(program(""));
  await user.send({ A: "4" });
  await user.shows("Root", "2");
  await expect(user.button("Flag")).toHaveCount(0);
});

test("what is flagged is kept over a reload, and written as CSV", async ({ open }) => {
  const { user, page, app } = await open(program('flaggingMode: "manual"'));
  await user.send({ A: "4", Note: 'says "four", twice' });
  await user.shows("Root", "2");
  await user.button("Flag").click();
  await expect(user.button("Flagged")).toBeVisible();
  await expect(user.button("Flag")).toBeVisible();
  await user.send({ A: "9", Note: "=SUM(A1)" });
  await user.shows("Root", "3");
  await user.button("Flag").click();
  await page.reload();
  await user.button("Flagged calls: 2 flagged").click();
  const panel = app.getByRole("dialog", { name: "Flagged calls" });
  await expect(panel.getByRole("columnheader").first()).toHaveText("A");
  await expect(panel.getByRole("row").nth(1)).toContainText("=SUM(A1)");

  const download = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).split("\r\n");
  expect(lines).toEqual([
    "A,Note,Root,flag,timestamp",
    expect.stringMatching(/^9,'=SUM\(A1\),3,,\d{4}-\d\d-\d\dT/),
    expect.stringMatching(/^4,"says ""four"", twice",2,,\d{4}-/),
  ]);
});

test("what is flagged can be thrown away, once that is confirmed", async ({ open }) => {
  const { user, app } = await open(program('flaggingMode: "manual"'));
  await user.send({ A: "4" });
  await user.shows("Root", "2");
  await user.button("Flag").press("Enter");
  await user.button("Flagged calls: 1 flagged").press("Enter");
  const panel = app.getByRole("dialog", { name: "Flagged calls" });
  await panel.getByRole("button", { name: "Clear" }).click();
  await user.region.getByRole("button", { name: "Clear all 1?" }).click();
  await expect(app.getByRole("button", { name: /flagged/i })).toHaveCount(0);
});

test("there is a button for each thing to say, as there is without flaggingMode", async ({ open }) => {
  const { user, app } = await open(program('flaggingOptions: ["wrong", ["Far off", "off"]]'));
  await user.send({ A: "4" });
  await user.shows("Root", "2");
  await user.button("Flag as wrong").click();
  await user.button("Far off").click();
  await user.button("Flagged calls: 2 flagged").click();
  const rows = app.getByRole("dialog", { name: "Flagged calls" }).getByRole("row");
  await expect(rows.nth(1).getByRole("cell").nth(3)).toHaveText("off");
  await expect(rows.nth(2).getByRole("cell").nth(3)).toHaveText("wrong");
});

test("in automatic mode each call that has returned is kept, and no other", async ({ open }) => {
  const { user } = await open(program('flaggingMode: "auto"'));
  await expect(user.button("Flag")).toHaveCount(0);
  await user.send({ A: "4" });
  await expect(user.button("Flagged calls: 1 flagged")).toBeVisible();
  await user.send({ A: "-1" });
  await expect(user.alert).toContainText("No roots of these");
  await user.send({ A: "9" });
  await expect(user.button("Flagged calls: 2 flagged")).toBeVisible();
});

test("a flaggingCallback gets the values and the option, in place of the log", async ({ open }) => {
  const playground = await open(
    program(
      'flaggingOptions: ["wrong"], flaggingCallback: (values, option) => { flags.push({ values, option }); }',
    ).replace("\nexport", "\nconst flags: unknown[] = [];\n\nexport"),
    { view: "split" },
  );
  const { user, state } = playground;
  await user.send({ A: "4", Note: "n" });
  await user.shows("Root", "2");
  await user.button("Flag as wrong").click();
  await state.shows("Global state", "flags", '{values: [4, "n", 2], option: "wrong"}');
  await expect(user.region.getByRole("button", { name: /\d flagged/ })).toHaveCount(0);
});
