// Every event that a component names is told to who listens to it, with what is known of it.

import { cell } from "../fixtures/table.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Playground } from "../fixtures/playground.ts";
import { chooseFiles, drop, png, text } from "../fixtures/uploads.ts";

/** `components`: by name, how each is made, and the events that it has. What is heard is listed as "name event". */
function listening(
  components: Readonly<Record<string, readonly [make: string, ...events: readonly string[]]>>,
): string {
  const lines = Object.entries(components).flatMap(([name, [make, ...events]]) => [
    `  const ${name} = ${make};`,
    ...events.map((event) => `  ${name}.${event}({ fn: () => hear("${name} ${event}"), concurrencyLimit: 1 });`),
  ]);
  return `import * as gr from "interstate";

const heard: string[] = [];
const hear = (what: string) => void (heard.includes(what) || heard.push(what));

export default gr.Blocks(() => {
  gr.JSON({ label: "Heard", value: () => heard.toSorted() });
${lines.join("\n")}
});
`;
}

async function hears({ user }: Playground, name: string, ...events: readonly string[]): Promise<void> {
  const expected = events.map((event) => `${name} ${event}`).sort();
  await expect(async () => {
    const heard = await user.json<readonly string[]>("Heard");
    expect(heard.filter((each) => each.startsWith(`${name} `))).toEqual(expected);
  }).toPass();
}

test("texts and numbers tell of each keystroke, of Enter, of the focus, and of their buttons", async ({
  open,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const tab = await open(
    listening({
      box: [
        `gr.Textbox({ label: "Box", buttons: ["copy"], stopBtn: true })`,
        ...["change", "input", "select", "submit", "focus", "blur", "stop", "copy"],
      ],
      count: [`gr.Number({ label: "Count" })`, "change", "input", "submit", "focus", "blur"],
      code: [`gr.Code({ label: "Code" })`, "change", "input", "focus", "blur"],
      data: [`gr.JSON({ label: "Data", interactive: true })`, "change", "input"],
      color: [`gr.ColorPicker({ label: "Color" })`, ...["change", "input", "release", "submit", "focus", "blur"]],
      time: [`gr.DateTime({ label: "Time" })`, "change", "input", "submit", "focus", "blur"],
    }),
  );
  const { user } = tab;
  await user.field("Box").pressSequentially("hi");
  await hears(tab, "box", "change", "focus", "input");
  await user.field("Box").press("ControlOrMeta+a");
  await user.field("Box").press("Enter");
  await user.button("Copy Box").click();
  await user.button("Stop Box").click();
  await hears(tab, "box", "blur", "change", "copy", "focus", "input", "select", "stop", "submit");

  await user.field("Count").pressSequentially("7");
  await user.field("Count").press("Enter");
  await user.field("Data").fill("[1]");
  await hears(tab, "count", "blur", "change", "focus", "input", "submit");
  await hears(tab, "data", "change", "input");

  await user.field("Code").pressSequentially("x = 1");
  await user.field("Time").fill("2026-01-02 03:04:05");
  await user.field("Time").press("Enter");
  await hears(tab, "code", "blur", "change", "focus", "input");

  await user.field("Color").fill("#ff0000");
  await user.field("Color").press("Enter");
  await hears(tab, "time", "blur", "change", "focus", "input", "submit");
  await user.field("Palette for Color").fill("#00ff00");
  await user.field("Box").focus();
  await hears(tab, "color", "blur", "change", "focus", "input", "release", "submit");
});

test("choices tell of what is chosen", async ({ open }) => {
  const tab = await open(
    listening({
      slider: [`gr.Slider(0, 10, { label: "Slider" })`, "change", "input", "release"],
      check: [`gr.Checkbox({ label: "Check" })`, "change", "input", "select"],
      group: [`gr.CheckboxGroup(["a", "b"], { label: "Group" })`, "change", "input", "select"],
      radio: [`gr.Radio(["c", "d"], { label: "Radio" })`, "change", "input", "select"],
      list: [
        `gr.Dropdown(["e", "f"], { label: "List", value: null, required: false })`,
        ...["change", "input", "select", "focus", "blur", "keyUp"],
      ],
      rows: [`gr.Dataset({ label: "Rows", samples: [["g"], ["h"]], headers: ["x"] })`, "click", "select"],
      button: [`gr.Button("Press")`, "click"],
    }),
  );
  const { user } = tab;
  await user.field("Slider").press("ArrowRight");
  await hears(tab, "slider", "change", "input", "release");
  await user.field("Check").check();
  await hears(tab, "check", "change", "input", "select");
  await user.field("a").check();
  await hears(tab, "group", "change", "input", "select");
  await user.field("d").check();
  await hears(tab, "radio", "change", "input", "select");
  await user.field("List").press("ArrowDown");
  await user.field("List").press("Enter");
  await user.field("Rows").getByText("h", { exact: true }).click();
  await hears(tab, "list", "blur", "change", "focus", "input", "keyUp", "select");
  await hears(tab, "rows", "click", "select");
  await user.button("Press").click();
  await hears(tab, "button", "click");
});

test("files and pictures tell of what came, what was looked at, and what went", async ({ open }) => {
  const tab = await open(
    listening({
      file: [
        `gr.File({ label: "File", fileCount: "multiple" })`,
        ...["change", "clear", "delete", "input", "select", "upload"],
      ],
      given: [`gr.File(new File(["g"], "given.txt"), { label: "Given", interactive: false })`, "download", "select"],
      image: [`gr.Image({ label: "Image" })`, "change", "clear", "input", "select", "upload"],
      gallery: [
        `gr.Gallery({ label: "Gallery", interactive: true })`,
        ...["change", "delete", "input", "previewClose", "previewOpen", "select", "upload"],
      ],
      load: [`gr.UploadButton("Load")`, "change", "click", "upload"],
      save: [`gr.DownloadButton("Save", { value: new File(["x"], "x.txt") })`, "click"],
    }),
  );
  const { page, user } = tab;
  const red = png("red.png", [255, 0, 0], 40);
  await user.button("Download given.txt").click();
  await user.button("given.txt").click();
  await hears(tab, "given", "download", "select");
  await drop(page, user.field("File"), [text("a.txt", "a"), text("b.txt", "b")]);
  await hears(tab, "file", "change", "input", "upload");
  await user.button("b.txt").click();
  await user.button("Remove all files").click();
  await hears(tab, "file", "change", "clear", "input", "select", "upload");
  await drop(page, user.field("File"), [text("c.txt", "c")]);
  await user.button("Remove c.txt").click();
  await hears(tab, "file", "change", "clear", "delete", "input", "select", "upload");

  await drop(page, user.field("Image"), [red]);
  await user.region.getByRole("img", { name: "Image" }).click();
  await user.button("Remove image").click();
  await hears(tab, "image", "change", "clear", "input", "select", "upload");

  await drop(page, user.field("Gallery"), [red, png("green.png", [0, 255, 0], 40)]);
  await hears(tab, "gallery", "change", "input", "upload");
  await user.button("Image 1 of 2").click();
  await hears(tab, "gallery", "change", "input", "previewOpen", "select", "upload");
  await user.button("Show all images").click();
  await user.button("Image 2 of 2").click();
  await user.button("Remove image").click();
  await hears(tab, "gallery", "change", "delete", "input", "previewClose", "previewOpen", "select", "upload");

  await chooseFiles(page, () => user.button("Load").click(), [text("c.txt", "c")]);
  await hears(tab, "load", "change", "click", "upload");
  await user.button("Save").click();
  await hears(tab, "save", "click");
});

test("what is put out tells of its change, and of what is chosen in it", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const tab = await open(
    listening({
      label: [`gr.Label({ label: "Label", value: { cat: 0.7, dog: 0.3 } })`, "change", "select"],
      marked: [`gr.HighlightedText({ label: "Marked", value: [["one", "A"], ["two", null]] })`, "change", "select"],
      prose: [`gr.Markdown("# Prose", { buttons: ["copy"] })`, "change", "copy"],
      markup: [`gr.HTML("<b>bold</b>")`, "change"],
      table: [
        `gr.Dataframe({ label: "Table", headers: ["n"], value: [[1]], interactive: true })`,
        "change",
        "input",
        "select",
        "edit",
      ],
      chat: [
        `gr.Chatbot({ label: "Chat", value: [{ role: "assistant", content: "Hi" }] })`,
        "change",
        "select",
        "copy",
        "clear",
      ],
      state: [`gr.State(0)`, "change"],
      kept: [`gr.BrowserState(0)`, "change"],
      clock: [`gr.Timer(1)`, "tick"],
    }).replace(
      "\n});",
      `
  gr.Button("Set").click({
    fn: () => ["bird", [["three", "B"]], "# Other", "<i>i</i>", 1, 1],
    outputs: [label, marked, prose, markup, state, kept],
  });
});`,
    ),
  );
  const { page, user } = tab;
  await user.field("Label").getByRole("button", { name: "dog" }).click();
  await user.field("Marked").getByText("one").click();
  await user.button("Copy Markdown").click();
  await user.button("Set").click();
  await hears(tab, "label", "change", "select");
  await hears(tab, "marked", "change", "select");
  await hears(tab, "prose", "change", "copy");
  await hears(tab, "markup", "change");
  await hears(tab, "state", "change");
  await hears(tab, "kept", "change");
  await hears(tab, "clock", "tick");
  await cell(user.field("Table"), 0, 0).click();
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await hears(tab, "table", "change", "edit", "input", "select");
  const message = user.field("Chat").getByRole("article");
  await message.hover();
  await message.getByRole("button", { name: "Copy message" }).click();
  await message.getByRole("button", { name: "Select" }).click();
  await user.button("Clear conversation").click();
  await hears(tab, "chat", "change", "clear", "copy", "select");
});

test("what is known of an event is in its data", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const tab = await open(`import * as gr from "interstate";

export default gr.Blocks(() => {
  const list = gr.Dropdown(["one", "two"], { label: "List", allowCustomValue: true });
  const files = gr.File({ label: "Files", fileCount: "multiple" });
  const given = gr.File(new File(["g"], "given.txt"), { label: "Given", interactive: false });
  const chat = gr.Chatbot({ label: "Chat", value: [{ role: "user", content: "Hi" }, { role: "assistant", content: "Hello" }] });
  const out = gr.JSON({ label: "Out" });
  list.keyUp({ fn: (evt = gr.KeyUpData()) => [evt.key, evt.inputValue], outputs: out });
  files.delete({ fn: async (evt = gr.DeletedFileData()) => [(evt.file as File).name, await (evt.file as File).text()], outputs: out });
  given.download({ fn: (evt = gr.DownloadData()) => ["download", (evt.file as File).name], outputs: out });
  chat.retry({ fn: (evt = gr.RetryData()) => ["retry", evt.index, evt.value], outputs: out });
  chat.undo({ fn: (evt = gr.UndoData()) => ["undo", evt.index, evt.value], outputs: out });
  chat.copy({ fn: (evt = gr.CopyData()) => ["copy", evt.value], outputs: out });
});
`);
  const { page, user } = tab;
  await user.field("List").press("x");
  await user.showsJson("Out", ["x", "xone"]);
  await drop(page, user.field("Files"), [text("a.txt", "aha"), text("b.txt", "b")]);
  await user.button("Download given.txt").click();
  await user.showsJson("Out", ["download", "given.txt"]);
  await user.button("Remove a.txt").click();
  await user.showsJson("Out", ["a.txt", "aha"]);
  const chat = user.field("Chat");
  await chat.getByRole("button", { name: "Copy message" }).last().click();
  await user.showsJson("Out", ["copy", "Hello"]);
  await chat.getByRole("button", { name: "Retry" }).click();
  await user.showsJson("Out", ["retry", 0, "Hi"]);
  await chat.getByRole("button", { name: "Undo" }).click();
  await user.showsJson("Out", ["undo", 0, "Hi"]);
});
