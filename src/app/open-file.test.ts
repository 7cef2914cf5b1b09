import { expect, test } from "vitest";
import { writePlaygrounds } from "../drafts/playground-file.ts";
import { readFile } from "./open-file.ts";

async function outcome(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const read = await readFile(new File([content], name));
  if (!read.ok) return read.error;
  return read.value.kind === "program" ? `${read.value.title}: ${read.value.source}` : read.value.kind;
}

test.each([
  ["counter.ts", "let a = 1;", "counter: let a = 1;"],
  ["counter.test.tsx", "let a = 1;", "counter.test: let a = 1;"],
  ["notes", "let a = 1;", "notes: let a = 1;"],
  ["windows.js", "\ufefflet a = 1;\r\n", "windows: let a = 1;\r\n"],
  ["all.json", writePlaygrounds([]), "playgrounds"],
  ["renamed.txt", writePlaygrounds([]), "playgrounds"],
  ["other.json", "{}", "playgrounds"],
])("the file %s is opened as what it is", async (name, content, expected) => {
  expect(await outcome(name, content)).toBe(expected);
});

test.each([
  ["photo.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "photo.png is no text."],
  ["zeros.ts", "a\0b", "zeros.ts is no text."],
  ["app.py", "import gradio as gr", "app.py is no playground. Open a TypeScript or JavaScript file"],
  ["empty.ts", " \n", "empty.ts is empty."],
  ["long.ts", "x".repeat(1_000_001), "long.ts holds more than 1 MB of text"],
])("the file %s is refused with the reason", async (name, content, words) => {
  expect(await outcome(name, content)).toContain(words);
});
