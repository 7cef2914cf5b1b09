// What a file is that a person opens or drops: a program, or many playgrounds that were exported.

import { err, ok, type Result } from "../base/result.ts";
import { isPlaygroundFile } from "../drafts/playground-file.ts";
import type { ImportReport, Library } from "./library-model.ts";

export type OpenedFile =
  | { readonly kind: "program"; readonly title: string; readonly source: string }
  | { readonly kind: "playgrounds"; readonly text: string };

/** As much as a link may carry, too. */
const maxProgramChars = 1_000_000;
/** What a page can read and write in a while. */
const maxFileBytes = 300_000_000;

/** The error is a sentence or two for people. */
export async function readFile(file: File): Promise<Result<OpenedFile, string>> {
  if (file.size > maxFileBytes)
    return err(`${file.name} is larger than 300 MB, which is more than this page can read.`);
  const text = decode(await file.arrayBuffer());
  if (text === null) return err(`${file.name} is no text. ${whatIs}`);
  if (isPlaygroundFile(text) || /\.json$/i.test(file.name)) return ok({ kind: "playgrounds", text });
  if (!/(^[^.]*|\.([cm]?[jt]sx?|txt))$/i.test(file.name)) return err(`${file.name} is no playground. ${whatIs}`);
  if (text.trim() === "") return err(`${file.name} is empty.`);
  if (text.length > maxProgramChars) {
    return err(`${file.name} holds more than 1 MB of text, which is more than a playground can be.`);
  }
  return ok({ kind: "program", title: file.name.replace(/\.[^.]*$/, "") || file.name, source: text });
}

/** Opens a program, or adds what was exported. Says in words what it did, if it opened nothing; rejects with words for people. */
export async function openFile(library: Library, file: File): Promise<string | null> {
  const read = await readFile(file);
  if (!read.ok) throw new Error(read.error);
  if (read.value.kind === "playgrounds") {
    const report = await library.importAll(read.value.text);
    return report && inWords(report);
  }
  await library.openText(read.value.title, read.value.source);
  return null;
}

function inWords({ added, known, refused }: ImportReport): string {
  const parts = [
    `${added.toLocaleString("en")} ${added === 1 ? "playground" : "playgrounds"} added.`,
    ...(known > 0 ? [`${known.toLocaleString("en")} were here already.`] : []),
    ...(refused > 0 ? [`${refused.toLocaleString("en")} were no playgrounds and were left out.`] : []),
  ];
  return parts.join(" ");
}

const whatIs = "Open a TypeScript or JavaScript file, or one that “Export all” wrote.";

function decode(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    // Not UTF-8: a picture, an archive, or something else that is no program.
    return null;
  }
}
