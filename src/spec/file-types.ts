// Which files a component takes, as Gradio says it: "image", ".csv", or a media type such as "image/png" or "text/*".

import type { Parameter } from "./parameter.ts";
import { parameter } from "./parameter.ts";

const groups = ["image", "audio", "video", "text"];
const form = /^(\.[\w.+-]{1,50}|file|image|audio|video|text|[\w.+-]{1,100}\/[\w.+*-]{1,100})$/;

/** A list of them, or null for any file. */
export const fileTypes: Parameter = parameter(
  null,
  'a list of endings (".csv"), of "image", "audio", "video", "text", or of media types ("image/png")',
  (value) =>
    value === null || (Array.isArray(value) && value.every((item) => typeof item === "string" && form.test(item))),
);

/** For an input element's `accept`; "" for any. */
export function acceptOf(types: unknown): string {
  const list = readTypes(types);
  if (list.includes("file")) return "";
  return list.map((type) => (groups.includes(type) ? `${type}/*` : type)).join(",");
}

export function acceptsFile(file: { readonly name: string; readonly type: string }, types: unknown): boolean {
  const list = readTypes(types);
  return list.length === 0 || list.some((type) => fits(file, type.toLowerCase()));
}

/** The types as a person reads them: ".csv, image". */
export function typesText(types: unknown): string {
  return readTypes(types).join(", ");
}

function fits({ name, type }: { readonly name: string; readonly type: string }, wanted: string): boolean {
  if (wanted === "file") return true;
  if (wanted.startsWith(".")) return name.toLowerCase().endsWith(wanted);
  const media = type.toLowerCase();
  if (groups.includes(wanted)) return media.startsWith(`${wanted}/`);
  return wanted.endsWith("/*") ? media.startsWith(wanted.slice(0, -1)) : media === wanted;
}

function readTypes(types: unknown): readonly string[] {
  return Array.isArray(types) ? types.filter((type) => typeof type === "string") : [];
}
