// A text with files: as functions write it, and as the page holds it.

import { err, ok, type Result } from "../base/result.ts";
import { describeValue } from "./describe-value.ts";
import { isFiles, toFiles } from "./files.ts";
import { isText } from "./texts.ts";

export interface Multimodal {
  readonly text: string;
  readonly files: readonly File[];
}

export function isMultimodal(value: unknown): value is Multimodal {
  const { text, files }: Partial<Record<keyof Multimodal, unknown>> = Object(value);
  return isText(text) && isFiles(files);
}

/** From a text, `{ text, files }` of which either may be missing, or nothing. The error says what it is instead. */
export function toMultimodal(value: unknown): Result<Multimodal, string> {
  if (value === null || value === undefined) return ok({ text: "", files: [] });
  if (typeof value === "number" || typeof value === "bigint") return ok({ text: String(value), files: [] });
  if (isText(value)) return ok({ text: value, files: [] });
  if (typeof value !== "object" || Array.isArray(value) || value instanceof Blob) return err(describeValue(value));
  const given: Record<string, unknown> = { ...value };
  const stranger = Object.keys(given).find((name) => name !== "text" && name !== "files");
  if (stranger !== undefined) return err(`an object with ${JSON.stringify(stranger)}`);
  const { text = "", files = null } = given;
  if (!isText(text)) return err(`an object whose text is ${describeValue(text)}`);
  const list = toFiles(files);
  return list.ok ? ok({ text, files: list.value ?? [] }) : err(`an object whose files are ${list.error}`);
}
