// Files on their way between a function and the page, where each is a File: a reference, whose bytes are nowhere until
// somebody reads them.

import { err, ok, type Result } from "../base/result.ts";
import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";
import type { Parameter } from "./parameter.ts";
import { countText } from "./count-text.ts";

/** More than anybody looks through; a folder of them still crosses to the worker in no time. */
export const maxFiles = 10_000;

/** A component's files at first: a list, or null. */
export const filesOption: Parameter = {
  default: null,
  read(value, path) {
    const files = toFiles(value);
    if (files.ok) return files.value;
    throw new DeclarationError(path, `must be a file, but it is ${files.error}`);
  },
};

export function isFiles(value: unknown): value is readonly File[] {
  return Array.isArray(value) && value.length <= maxFiles && value.every((file) => file instanceof File);
}

/** From what a function may return: a file, a list of files, or nothing. The error says what it is instead. */
export function toFiles(value: unknown): Result<readonly File[] | null, string> {
  if (value === null || value === undefined) return ok(null);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length > maxFiles)
    return err(`a list of ${countText(list.length)} (at most ${countText(maxFiles)} files can be shown)`);
  const files: File[] = [];
  for (const item of list) {
    const file = toFile(item);
    if (file === null) return err(`${Array.isArray(value) ? "a list that holds " : ""}${describeValue(item)}${hint}`);
    files.push(file);
  }
  return ok(files.length > 0 ? files : null);
}

/** A File, a Blob, or `{ name, content }`; null for anything else. */
function toFile(value: unknown): File | null {
  if (value instanceof File) return value;
  if (value instanceof Blob)
    return new File([value], `file${endings[value.type.split(";")[0] ?? ""] ?? ""}`, { type: value.type });
  if (typeof value !== "object" || value === null) return null;
  const { name, content } = value as { readonly name?: unknown; readonly content?: unknown };
  if (typeof name !== "string" || name === "" || name.length > 1000) return null;
  if (content instanceof Blob) return new File([content], name, { type: content.type });
  const isBytes = content instanceof ArrayBuffer || ArrayBuffer.isView(content);
  return typeof content === "string" || isBytes ? new File([content as BlobPart], name) : null;
}

const hint = "; a file is a File, a Blob, or { name, content } with a text or bytes";

/** What a browser would not guess by itself when it saves a Blob. */
const endings: Readonly<Record<string, string>> = {
  "application/json": ".json",
  "application/pdf": ".pdf",
  "application/zip": ".zip",
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/svg+xml": ".svg",
  "image/webp": ".webp",
  "text/csv": ".csv",
  "text/html": ".html",
  "text/plain": ".txt",
};
