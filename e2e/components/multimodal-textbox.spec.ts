// gr.MultimodalTextbox: a text and files, by button, paste, drop and keyboard; as an input and as an output.

import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { chooseFiles, drop, png, text } from "../fixtures/uploads.ts";

const said = (options = "") => `import * as gr from "interstate";

export default gr.Interface({
  fn: ({ text, files }: gr.MultimodalMessage) => ({ text, files: files.map(({ name, size }) => [name, size]) }),
  inputs: gr.MultimodalTextbox({ label: "Say"${options} }),
  outputs: gr.JSON({ label: "Said" }),
});`;

const notes = text("notes.txt", "hello");
const table = text("table.csv", "a,b\n1,2\n", "text/csv");

/** Presses the button that opens the browser's choice of files, and chooses. */
async function attach(app: Locator, name: string, files: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  await chooseFiles(app.page(), () => app.getByRole("button", { name }).click(), files);
}

async function paste(field: Locator, text: string, files: readonly string[] = []): Promise<void> {
  await field.evaluate(
    (element, [text, files]) => {
      const clipboardData = new DataTransfer();
      if (text !== "") clipboardData.setData("text/plain", text);
      for (const name of files) clipboardData.items.add(new File(["pasted"], name, { type: "text/plain" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, files] as const,
  );
}

test("text and chosen files go to a function; Enter submits, Shift+Enter begins a line", async ({ open }) => {
  const { app, user } = await open(said(', fileCount: "multiple"'));
  await attach(app, "Attach files", [notes, table]);
  const field = user.field("Say");
  await field.fill("Look");
  await field.press("Shift+Enter");
  await field.pressSequentially("here");
  await field.press("Enter");
  await user.showsJson("Said", {
    text: "Look\nhere",
    files: [
      ["notes.txt", 5],
      ["table.csv", 8],
    ],
  });
});

test("the button in the field submits, too, and nothing at all is a message", async ({ open }) => {
  const { user } = await open(said());
  await user.button("Submit Say").click();
  await user.showsJson("Said", { text: "", files: [] });
});

test("files are dropped and pasted; each can be taken away, by keyboard", async ({ open }) => {
  const { app, page, user } = await open(said(', fileCount: "multiple"'));
  const files = app.getByRole("list", { name: "Attached files" });
  await drop(page, user.field("Say"), [notes]);
  await expect(files.getByRole("listitem")).toHaveText(["notes.txt"]);
  await paste(user.field("Say"), "", ["pasted.txt"]);
  await expect(files.getByRole("listitem")).toHaveText(["notes.txt", "pasted.txt"]);
  await drop(page, user.field("Say"), [png("red.png", [255, 0, 0])]);
  await expect(files.getByRole("img", { name: "red.png" })).toBeVisible();
  await user.button("Remove notes.txt").press("Enter");
  await user.submit.click();
  await user.showsJson("Said", {
    text: "",
    files: [
      ["pasted.txt", expect.any(Number)],
      ["red.png", expect.any(Number)],
    ],
  });
});

test("a long text that is pasted becomes a file, a short one stays a text", async ({ open }) => {
  const { user } = await open(said(", maxPlainTextLength: 10"));
  await paste(user.field("Say"), "twelve chars");
  await expect(user.button("Remove pasted-text.txt")).toBeVisible();
  await user.field("Say").fill("short");
  await user.field("Say").press("Enter");
  await user.showsJson("Said", { text: "short", files: [["pasted-text.txt", 12]] });
});

test("a text that comes with a picture of itself is pasted as a text", async ({ open }) => {
  const { user, app } = await open(said());
  await paste(user.field("Say"), "a cell", ["cell.txt"]);
  await expect(app.getByRole("list", { name: "Attached files" })).toHaveCount(0);
});

test("what it does not take is refused at the field, and what was there stays", async ({ open }) => {
  const { page, user } = await open(said(', fileTypes: ["image"]'));
  await user.field("Say").fill("Look");
  await drop(page, user.field("Say"), [notes]);
  await expect(user.alert).toHaveText('"notes.txt" is of another type: this takes image.');
  await drop(page, user.field("Say"), [png("a.png", [0, 0, 0]), png("b.png", [0, 0, 0])]);
  await expect(user.alert).toHaveText("This takes one file; these are 2.");
  await expect(user.field("Say")).toHaveValue("Look");
  await drop(page, user.field("Say"), [png("a.png", [0, 0, 0])]);
  await expect(user.alert).toHaveCount(0);
  // Of one file there may be another, in its place.
  await drop(page, user.field("Say"), [png("b.png", [0, 0, 0])]);
  await expect(user.button("Remove a.png")).toHaveCount(0);
  await expect(user.button("Remove b.png")).toBeVisible();
});

test("as an output it shows a text with files, or what is wrong", async ({ open }) => {
  const { app, user } = await open(`import * as gr from "interstate";

export default gr.Interface({
  fn: (kind: string) => (kind === "wrong" ? { message: kind } : { text: kind, files: { name: "a.txt", content: "a" } }) as never,
  inputs: gr.Textbox({ label: "Kind" }),
  outputs: gr.MultimodalTextbox({ label: "Shown" }),
});`);
  await user.send({ Kind: "good" });
  await user.shows("Shown", "good");
  await expect(app.getByRole("list", { name: "Attached files" })).toContainText("a.txt");
  await expect(app.getByRole("button", { name: "Attach" })).toHaveCount(0);
  await user.send({ Kind: "wrong" });
  await expect(user.alert).toContainText(
    'is a MultimodalTextbox, which shows a text or { text, files }, but the function returned an object with "message"',
  );
});

test("its events are told, and Stop is one of them", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";

export default gr.Blocks(() => {
  const say = gr.MultimodalTextbox({ label: "Say", stopBtn: true });
  const heard = gr.Textbox({ label: "Heard" });
  say.stop({ fn: () => "stop", outputs: heard });
  say.submit({ fn: ({ text }) => [\`submit \${text}\`, null], inputs: say, outputs: [heard, say] });
});`);
  await user.button("Stop Say").click();
  await user.shows("Heard", "stop");
  await user.field("Say").fill("Hi");
  await user.field("Say").press("Enter");
  await user.shows("Heard", "submit Hi");
  await expect(user.field("Say")).toHaveValue("");
});
