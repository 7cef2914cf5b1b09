// gr.File, gr.UploadButton and gr.DownloadButton: files go to a function as references, and come back to be saved.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { chooseFiles, drop, largeFile, text } from "../fixtures/uploads.ts";

const sizes = `import * as gr from "interstate";

function sizes(files: File[]) {
  return files.map((file) => [file.webkitRelativePath || file.name, file.size]);
}

export default gr.Interface({
  fn: sizes,
  inputs: gr.File({ label: "Files", fileCount: "multiple", fileTypes: [".csv", "text"] }),
  outputs: gr.JSON({ label: "Sizes" }),
});`;

const table = text("table.csv", "a,b\n1,2\n", "text/csv");
const notes = text("notes.txt", "hello");

test("a function receives the files that a person chose, in order", async ({ open }) => {
  const { user } = await open(sizes);
  await user.field("Files").setInputFiles([table, notes]);
  await expect(user.region.getByText("8 bytes")).toBeVisible();
  await user.submit.click();
  await user.showsJson("Sizes", [
    ["table.csv", 8],
    ["notes.txt", 5],
  ]);
});

test("more files are added, and each can be removed", async ({ open }) => {
  const { user } = await open(sizes);
  await user.field("Files").setInputFiles(table);
  await user.field("Files").setInputFiles(notes);
  await user.button("Remove table.csv").click();
  await user.submit.click();
  await user.showsJson("Sizes", [["notes.txt", 5]]);
  await drop(user.region.page(), user.field("Files"), [table]);
  await user.button("Remove all files").click();
  await user.submit.click();
  await expect(user.alert).toHaveText("Choose at least one file.");
});

test("a file of another type is refused where it was put, and what was there stays", async ({ open }) => {
  const { page, user } = await open(sizes);
  await user.field("Files").setInputFiles(table);
  await drop(page, user.field("Files"), [text("photo.png", "", "image/png")]);
  await expect(user.alert).toHaveText('"photo.png" is of another type: this takes .csv, text.');
  await user.submit.click();
  await user.showsJson("Sizes", [["table.csv", 8]]);
});

test("an empty file is a file", async ({ open }) => {
  const { user } = await open(sizes);
  await user.field("Files").setInputFiles(text("empty.txt", ""));
  await user.submit.click();
  await user.showsJson("Sizes", [["empty.txt", 0]]);
});

test("a file of 500 MB goes to a function as a reference: it reads what it needs", async ({ open }, testInfo) => {
  const { page, user } = await open(`import * as gr from "interstate";
    async function begin(file: File) {
      const bytes = new Uint8Array(await file.slice(0, 4).arrayBuffer());
      return { size: file.size, begin: [...bytes] };
    }
    export default gr.Interface({ fn: begin, inputs: gr.File({ label: "Large" }), outputs: gr.JSON({ label: "Begin" }) });`);
  await user.field("Large").setInputFiles(await largeFile(testInfo.outputPath("large.bin")));
  await expect(user.region.getByText("500 MB")).toBeVisible();
  await user.submit.click();
  await user.showsJson("Begin", { size: 500_000_000, begin: [0x89, 0x50, 0x4e, 0x47] });
  const heap = await page.evaluate(
    () => (performance as unknown as { readonly memory: { readonly usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
  expect(heap).toBeLessThan(100_000_000);
});

test("a folder gives all that is in it, with its path", async ({ open }, testInfo) => {
  const folder = testInfo.outputPath("folder");
  await mkdir(join(folder, "inner"), { recursive: true });
  await writeFile(join(folder, "a.txt"), "a");
  await writeFile(join(folder, "inner", "b.txt"), "bb");
  const { user } = await open(sizes.replace('"multiple", fileTypes: [".csv", "text"]', '"directory"'));
  await user.field("Files").setInputFiles(folder);
  await user.submit.click();
  const shown = await user.json<[string, number][]>("Sizes");
  expect(shown.sort()).toEqual([
    ["folder/a.txt", 1],
    ["folder/inner/b.txt", 2],
  ]);
});

const giving = `import * as gr from "interstate";

function give(what: string) {
  switch (what) {
    case "several": return [{ name: "a.csv", content: "x,y" }, new Blob(["{}"], { type: "application/json" }), new File([], "none.txt")];
    case "one": return new File(["page"], "page.html", { type: "text/html" });
    case "text": return "no file";
    default: return null;
  }
}

export default gr.Interface({ fn: give, inputs: gr.Textbox({ label: "What" }), outputs: gr.File({ label: "Made" }) });`;

test("files that a function made are listed with their sizes, and saved by keyboard alone", async ({ open }) => {
  const { page, user } = await open(giving);
  await user.send({ What: "several" });
  await expect(user.field("Made").getByRole("listitem")).toHaveText([
    "a.csv3 bytes",
    "file.json2 bytes",
    "none.txt0 bytes",
  ]);
  const download = page.waitForEvent("download");
  await user.button("Download a.csv").press("Enter");
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("a.csv");
  expect(await readFile(await saved.path(), "utf8")).toBe("x,y");
  await user.send({ What: "nothing" });
  await expect(user.field("Made").getByRole("listitem")).toHaveCount(0);
});

test("a page that a function made is saved, never opened here", async ({ open }) => {
  const { page, user } = await open(giving);
  await user.send({ What: "one" });
  const download = page.waitForEvent("download");
  await user.button("Download page.html").click({ modifiers: ["ControlOrMeta"] });
  expect((await download).suggestedFilename()).toBe("page.html");
  expect(page.context().pages()).toHaveLength(1);
  await expect(user.field("Made").getByRole("link")).toHaveCount(0);
});

test("what is no file is said to be none", async ({ open }) => {
  const { user } = await open(giving);
  await user.send({ What: "text" });
  await expect(user.region).toContainText(
    'The output ("Made") is a File, but the function returned the text "no file"',
  );
});

const buttons = `import * as gr from "interstate";

async function shout(file: File) {
  return { name: "LOUD.txt", content: (await file.text()).toUpperCase() };
}

export default gr.Interface({
  fn: shout,
  inputs: gr.UploadButton("Load", { fileTypes: ["text"], size: "sm" }),
  outputs: gr.DownloadButton("Save", { variant: "primary" }),
});`;

test("an UploadButton takes a file, a DownloadButton saves one", async ({ open }) => {
  const { page, user } = await open(buttons);
  await user.submit.click();
  await expect(user.alert).toHaveText("Choose a file.");
  await chooseFiles(page, () => user.button("Load").press("Enter"), { ...notes });
  await expect(user.alert).toHaveCount(0);
  await user.submit.click();
  await expect(user.status.filter({ hasText: "done" })).toBeVisible();
  const download = page.waitForEvent("download");
  await user.button("Save").press("Enter");
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("LOUD.txt");
  expect(await readFile(await saved.path(), "utf8")).toBe("HELLO");
});

test("an UploadButton refuses another type in words", async ({ open }) => {
  const { user } = await open(buttons);
  await user.field("Load").setInputFiles(text("photo.png", "", "image/png"));
  await expect(user.alert).toHaveText('"photo.png" is of another type: this takes text.');
});
