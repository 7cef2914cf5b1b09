// Links and files that carry more than the code: what was typed, the session, a snapshot of what everybody shares.

import { readFile } from "node:fs/promises";
import type { BrowserContext, Locator } from "@playwright/test";
import { Playground } from "../fixtures/playground.ts";
import { expect, test } from "../fixtures/test.ts";
import { scoreTracker } from "../programs.ts";

/** One of each: an input, State, a shared variable, in kinds that JSON knows nothing of. */
const everything = `import * as gr from "interstate";

const seen = new Map<string, Date>();
const sizes = new Set([1n]);
let bytes = new Uint8Array(2);

function note(name: string, picked: string, mine: string[]) {
  seen.set(name, new Date(86_400_000));
  sizes.add(BigInt(name.length));
  bytes[0]! += 1;
  mine.push(name);
  const shown = [...seen].map(([each, at]) => \`\${each} \${at.toISOString().slice(0, 10)}\`);
  return [\`\${shown.join(", ")} | \${[...sizes].join(" ")} | \${bytes.join(" ")} | \${mine.join(" ")} | \${picked}\`, mine];
}

export default gr.Interface({
  fn: note,
  inputs: [gr.Textbox({ label: "Name" }), gr.Radio(["red", "blue"], { label: "Colour", value: "red" }), gr.State<string[]>([])],
  outputs: [gr.Textbox({ label: "All" }), gr.State()],
});
`;

async function openShare(tab: Playground): Promise<Locator> {
  await tab.toolbar("Share").click();
  const share = tab.page.getByRole("dialog", { name: "Share" });
  await expect(linkOf(share)).toHaveValue(/#code=/);
  return share;
}

function linkOf(share: Locator): Locator {
  return share.getByRole("textbox", { name: "Link" });
}

/** Chooses what the link is to carry, and gives it without the place that it is of. */
async function linkWith(share: Locator, ...parts: readonly string[]): Promise<string> {
  for (const part of parts) {
    const before = await linkOf(share).inputValue();
    await share.getByRole("checkbox", { name: part }).check();
    await expect(linkOf(share)).not.toHaveValue(before);
  }
  const link = await linkOf(share).inputValue();
  await expect(share.getByText(`${link.length.toLocaleString("en")} characters`)).toBeVisible();
  return new URL(link).hash;
}

async function inAnother(context: BrowserContext, address: string): Promise<Playground> {
  const page = await context.newPage();
  await page.goto(address);
  const tab = new Playground(page);
  await tab.ready();
  return tab;
}

test("a link carries the inputs, the session and the global state, each if it is chosen", async ({
  open,
  browser,
  site,
}) => {
  const tab = await open(everything, { view: "split" });
  await tab.user.send({ Name: "ada" });
  await tab.user.shows("All", "ada 1970-01-02 | 1 3 | 1 0 | ada | red");
  await tab.user.field("Name").fill("bo");
  await tab.user.region.getByRole("radio", { name: "blue" }).check();
  const share = await openShare(tab);
  for (const part of ["Inputs as they are", "Session state", "Global state"]) {
    await expect(share.getByRole("checkbox", { name: part })).not.toBeChecked();
  }
  await expect(share.getByText("The link carries the code, not what the app holds")).toBeVisible();

  const hash = await linkWith(share, "Inputs as they are", "Session state", "Global state");
  await expect(share.getByText("a copy of the inputs, the session state and the global state as of now")).toBeVisible();
  const other = await browser.newContext();
  const there = await inAnother(other, site.url + hash);
  await expect(there.user.field("Name")).toHaveValue("bo");
  await expect(there.user.region.getByRole("radio", { name: "blue" })).toBeChecked();
  await there.user.submit.click();
  await there.user.shows("All", "ada 1970-01-02, bo 1970-01-02 | 1 3 2 | 2 0 | ada bo | blue");
  await other.close();
});

test("a snapshot has a room of its own, which goes on when the link is opened again", async ({
  open,
  browser,
  site,
}) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "7" });
  await tab.user.showsJson("Top Scores", [7]);
  const share = await openShare(tab);
  const plain = new URL(await linkOf(share).inputValue()).hash;
  const withState = await linkWith(share, "Global state");

  const other = await browser.newContext();
  const first = await inAnother(other, site.url + withState);
  await first.user.send({ Score: "9" });
  await first.user.showsJson("Top Scores", [9, 7]);
  // Nobody else's: neither the link's without state, nor that of another snapshot.
  const bare = await inAnother(other, site.url + plain);
  await bare.user.send({ Score: "1" });
  await bare.user.showsJson("Top Scores", [1]);
  const again = await inAnother(other, site.url + withState);
  await again.user.send({ Score: "8" });
  await again.user.showsJson("Top Scores", [9, 8, 7]);
  await first.refresh();
  await first.user.send({ Score: "6" });
  await first.user.showsJson("Top Scores", [9, 8, 7]);
  await other.close();
  // Where it came from nothing has changed.
  await tab.page.keyboard.press("Escape");
  await tab.user.send({ Score: "2" });
  await tab.user.showsJson("Top Scores", [7, 2]);
});

test("an edit of what came with a snapshot takes that along", async ({ open, browser, site }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.user.send({ Score: "7" });
  await tab.user.showsJson("Top Scores", [7]);
  const hash = await linkWith(await openShare(tab), "Global state");
  const other = await browser.newContext();
  const there = await inAnother(other, site.url + hash);
  await there.editor.ready();
  await there.editor.replaceAll(scoreTracker.replace('"Score"', '"Points"'));
  await expect(there.user.field("Points")).toBeVisible();
  await there.user.send({ Points: "3" });
  await there.user.showsJson("Top Scores", [7, 3]);
  await other.close();
});

test("what there is nothing of is not offered", async ({ open }) => {
  const tab = await open(
    `import * as gr from "interstate";
export default gr.Interface({ fn: (text: string) => text, inputs: gr.Textbox({ label: "In" }), outputs: gr.Textbox({ label: "Out" }) });`,
    { view: "split" },
  );
  const share = await openShare(tab);
  await expect(share.getByRole("checkbox")).toHaveCount(0);
  await tab.page.keyboard.press("Escape");
  await tab.user.field("In").fill("x");
  await expect((await openShare(tab)).getByRole("checkbox")).toHaveCount(1);
  await expect(share.getByRole("checkbox", { name: "Inputs as they are" })).toBeVisible();
});

test("a small file goes along, a large one is left out and named, and a downloaded file carries both", async ({
  open,
  visit,
}) => {
  const tab = await open(
    `import * as gr from "interstate";
export default gr.Interface({
  fn: async (small: File, large: File) => \`\${await small.text()} \${large.size}\`,
  inputs: [gr.File({ label: "Small" }), gr.File({ label: "Large" })],
  outputs: gr.Textbox({ label: "Text" }),
});`,
    { view: "split" },
  );
  const choose = (index: number, name: string, size: number) =>
    tab.user.region
      .locator('input[type="file"]')
      .nth(index)
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from("x".repeat(size)) });
  await choose(0, "small.txt", 10);
  await choose(1, "large.txt", 40_000);
  await expect(tab.user.region.getByText("large.txt")).toBeVisible();
  const share = await openShare(tab);
  const hash = await linkWith(share, "Inputs as they are");
  await expect(share.getByText("Not in the link: “Large”")).toBeVisible();
  const there = await visit(hash);
  await there.ready();
  await expect(there.user.region.getByText("small.txt")).toBeVisible();
  await expect(there.user.region.getByText("large.txt")).toHaveCount(0);

  const downloading = tab.page.waitForEvent("download");
  await share.getByRole("button", { name: "Download" }).click();
  const downloaded = await downloading;
  expect(downloaded.suggestedFilename()).toMatch(/\.json$/);
  const opened = await visit();
  await opened.ready();
  await drop(opened, downloaded.suggestedFilename(), await readFile(await downloaded.path(), "utf8"));
  await expect(opened.user.region.getByText("large.txt")).toBeVisible();
  await opened.user.submit.click();
  await opened.user.shows("Text", `${"x".repeat(10)} 40000`);
});

test("with more than a link holds, the card says so and offers a file, which brings it all, once", async ({
  open,
  visit,
}) => {
  const tab = await open(
    `import * as gr from "interstate";
let notes = "";
const grow = () => {
  for (let i = 0; i < 60_000; i++) notes += Math.random().toString(36).slice(2, 12);
  return notes.length;
};
export default gr.Interface({ fn: grow, inputs: [], outputs: gr.Number({ label: "Length" }) });`,
    { view: "split" },
  );
  await tab.user.generate.click();
  await tab.user.shows("Length", /^\d{6}$/);
  const length = Number(await tab.user.text("Length"));
  const share = await openShare(tab);
  await share.getByRole("checkbox", { name: "Global state" }).check();
  await expect(share.getByText("With the global state it would be too long for a link")).toBeVisible();
  await expect(share.getByRole("button", { name: "Copy", exact: true })).toBeDisabled();
  await expect(linkOf(share)).toHaveValue("");

  const downloading = tab.page.waitForEvent("download");
  await share.getByRole("button", { name: "Download" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  await share.getByRole("checkbox", { name: "Global state" }).uncheck();
  await expect(linkOf(share)).toHaveValue(/#code=/);

  const opened = await visit();
  await opened.ready();
  await drop(opened, "big.json", file);
  await expect(opened.page).toHaveURL(/#draft=/);
  await opened.ready();
  await opened.user.generate.click();
  const twice = /^1[\d]{6}$/;
  await opened.user.shows("Length", twice);
  expect(Number(await opened.user.text("Length"))).toBeGreaterThan(length * 1.9);
  // The draft goes on with what it has, not with what it came with.
  await opened.refresh();
  await opened.user.generate.click();
  await opened.user.shows("Length", /^1[78]\d{5}$/);
});

test("state that is cut off, or not what the code knows, opens the code and says so", async ({ open, visit }) => {
  const tab = await open(everything, { view: "split" });
  await tab.user.send({ Name: "ada" });
  await tab.user.shows("All", /ada/);
  const hash = await linkWith(await openShare(tab), "Session state", "Global state");
  const cut = await visit(hash.slice(0, -10));
  await cut.ready();
  await expect(
    cut.page.getByText("The end of this link is missing, and with it the state that it brings"),
  ).toBeVisible();
  await cut.user.send({ Name: "bo" });
  // In the room of the plain link, which this browser knows, and in a session of its own.
  await cut.user.shows("All", "ada 1970-01-02, bo 1970-01-02 | 1 3 2 | 2 0 | bo | red");

  const other = await (async () => {
    const source = await open(scoreTracker, { view: "split" });
    return new URL(await linkOf(await openShare(source)).inputValue()).hash;
  })();
  const state = hash.slice(hash.indexOf("&state="));
  const strange = await visit(other + state);
  await strange.ready();
  await expect(strange.page.getByText("Some of what came along does not fit the code and was left out")).toBeVisible();
  await strange.user.send({ Score: "5" });
  await strange.user.showsJson("Top Scores", [5]);
});

/** Drops a file on the page. */
async function drop(tab: Playground, name: string, text: string): Promise<void> {
  const dataTransfer = await tab.page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    },
    [name, text] as const,
  );
  await tab.app.evaluate(
    (element, dataTransfer) =>
      void element.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer })),
    dataTransfer,
  );
}
