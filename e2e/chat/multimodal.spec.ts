// A chat whose messages have files.

import { expect, test } from "../fixtures/test.ts";
import { drop, png, text } from "../fixtures/uploads.ts";
import { chatOf } from "./chat-page.ts";

test("multimodal-chat: pictures and files are sent, counted, and said again", async ({ visit }) => {
  const page = await visit("#example=multimodal-chat&view=app");
  await page.ready();
  const { chat, messages, say } = chatOf(page);
  await drop(page.page, page.user.field("Message"), [png("red.png", [255, 0, 0]), text("notes.txt", "hello")]);
  await expect(page.app.getByRole("list", { name: "Attached files" }).getByRole("listitem")).toHaveCount(2);
  await say("What is this?");
  await expect(messages.first().getByRole("img", { name: "red.png" })).toBeVisible();
  await expect(messages.first().getByRole("link", { name: "notes.txt" })).toBeVisible();
  await expect(messages.last()).toContainText("2 files");
  await expect(page.app.getByRole("list", { name: "Attached files" })).toHaveCount(0);
  await expect(page.user.field("Message")).toHaveValue("");

  await chat.getByRole("button", { name: "Undo" }).click();
  await expect(messages).toHaveCount(0);
  await expect(page.user.field("Message")).toHaveValue("What is this?");
  await page.user.button("Remove notes.txt").click();
  await page.user.submit.click();
  await expect(messages.last()).toContainText("1 file");
});

test("files alone are a message; nothing at all is none", async ({ open }) => {
  const page = await open(`import * as gr from "interstate";
export default gr.ChatInterface({
  multimodal: true,
  fn: ({ text, files }, history) => \`\${history.length}: \${files.length} files, "\${text}"\`,
  textbox: gr.MultimodalTextbox({ label: "Message", fileTypes: ["text"], fileCount: "multiple", submitBtn: false }),
});`);
  const { messages, shows } = chatOf(page);
  await page.user.submit.click();
  await shows();
  await drop(page.page, page.user.field("Message"), [png("red.png", [255, 0, 0])]);
  await expect(page.user.alert).toContainText('"red.png" is of another type');
  await drop(page.page, page.user.field("Message"), [text("a.txt", "a")]);
  await page.user.submit.click();
  await expect(messages.last()).toContainText('0: 1 files, ""');
});
