// What a link to a playground says, and how. Everything is after the `#`, which never reaches a server.

import { err, ok, type Result } from "../base/result.ts";
import { askAgain, type WrittenCode } from "./written-code.ts";

export type AddressView = "app" | "split" | "code";

export type Address = (
  | { readonly kind: "first" }
  /** Somebody's program, as it stands in the link. `state`: packed, what it brings besides; null: nothing. */
  | { readonly kind: "link"; readonly code: WrittenCode; readonly state: string | null }
  /** A saved playground. `code` is for browsers that do not know the id; null: the link has none. */
  | { readonly kind: "draft"; readonly id: string; readonly code: WrittenCode | null }
  | { readonly kind: "example"; readonly name: string }
) & { readonly view: AddressView | null };

/** What browsers and chat programs carry ends not far above; nobody types this much. */
export const maxAddressLength = 1_000_000;

/** Reads `location.hash`. The error is a sentence or two for people. Unknown keys are left for later versions. */
export function parseAddress(hash: string): Result<Address, string> {
  if (/^#?code\//.test(hash)) {
    return err(
      "This is a link of the TypeScript playground. Open it there, and paste its code into the editor of the start page here.",
    );
  }
  const isTooLong = hash.length > maxAddressLength;
  const fields = new Map<string, string>();
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [key = "", ...rest] = part.split("=");
    if (!known.has(key) || fields.has(key) || (isTooLong && part.length > maxShortField)) continue;
    const value = decode(rest.join("="));
    if (value === null)
      return err(`This link is damaged: what follows "${key}=" is not percent-encoded text. ${askAgain}`);
    fields.set(key, value);
  }
  // A draft is found by its id; its code in the address is for other browsers only.
  if (isTooLong && !fields.has("draft")) {
    return err(
      "This link holds more than 1 MB, which is more than a playground can be. Ask for its code as a file instead.",
    );
  }
  if (fields.size === 0 && hash.replace(/^#/, "") !== "") {
    return err(`This link names nothing that this page knows. ${askAgain}`);
  }
  return toAddress(fields);
}

/**
 * The part of an address from `#` on; empty for the first visit. `parseAddress` gives back what went in, except for a
 * draft whose code is too long for an address: that has just the id.
 */
export function formatAddress(address: Address): string {
  const text = write(address);
  return address.kind === "draft" && text.length > maxAddressLength ? write({ ...address, code: null }) : text;
}

function write(address: Address): string {
  const fields: [key: string, value: string][] = [];
  if (address.kind === "draft") fields.push(["draft", address.id]);
  if (address.kind === "example") fields.push(["example", address.name]);
  if ((address.kind === "link" || address.kind === "draft") && address.code) {
    fields.push([address.code.form, address.code.text]);
  }
  if (address.kind === "link" && address.state !== null) fields.push(["state", address.state]);
  if (address.view !== null) fields.push(["view", address.view]);
  const text = fields.map(([key, value]) => `${key}=${packed.has(key) ? value : encode(value)}`).join("&");
  return text && `#${text}`;
}

const known: ReadonlySet<string> = new Set(["src", "code", "state", "draft", "example", "view"]);
/** Of characters that need no encoding. */
const packed: ReadonlySet<string> = new Set(["code", "state"]);
/** Of an address that is too long only fields of so many characters are read: all but the code. */
const maxShortField = 200;

function toAddress(fields: ReadonlyMap<string, string>): Result<Address, string> {
  const view = fields.get("view") ?? null;
  if (view !== null && !isView(view)) {
    return err(
      `This link asks for a view named "${shorten(view)}", which does not exist. Change it to view=app, view=split or view=code.`,
    );
  }
  const code = codeOf(fields);
  const id = fields.get("draft");
  if (id !== undefined) {
    if (!isDraftId(id)) return err(`This link is damaged: "${shorten(id)}" cannot be the id of a draft. ${askAgain}`);
    return ok({ kind: "draft", id, code, view });
  }
  if (code) return ok({ kind: "link", code, state: fields.get("state") ?? null, view });
  const name = fields.get("example");
  if (name === "")
    return err(
      'This link names no example. Put a name after "example=", or choose one from the menu of the start page.',
    );
  return ok(name === undefined ? { kind: "first", view } : { kind: "example", name, view });
}

function codeOf(fields: ReadonlyMap<string, string>): WrittenCode | null {
  for (const form of ["code", "src"] as const) {
    const text = fields.get(form);
    if (text !== undefined) return { form, text };
  }
  return null;
}

function isView(text: string): text is AddressView {
  return text === "app" || text === "split" || text === "code";
}

function isDraftId(text: string): boolean {
  return /^[\w-]{8,64}$/.test(text);
}

/** Also encodes what programs that find links in text take for the end of one or for markup. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*~_]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // The only thing it throws for is malformed encoding, which the caller words.
    return null;
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
