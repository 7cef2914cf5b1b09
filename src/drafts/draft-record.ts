// How drafts are stored: what is known of one apart from its text, so that a list of thousands is read at once.

import type { Key, KeyRange } from "../storage/key.ts";

export interface DraftInfo {
  readonly id: string;
  readonly title: string;
  /** Whether a person gave it its title; else it is named after its app. */
  readonly named: boolean;
  /** The title of the example or link that it began as. */
  readonly beganAs: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
  /** The room of the example or the link that it began as; null if it began empty. */
  readonly from: string | null;
  /** Counts how often it was saved. */
  readonly revision: number;
  /** The tab that saved it. */
  readonly writer: string;
  /** Length of its text. */
  readonly chars: number;
  /** When it was deleted, in case that is taken back; null: it was not. */
  readonly deleted: number | null;
}

export interface Draft extends DraftInfo {
  readonly source: string;
}

export function infoKey(id: string): Key {
  return ["draft", id];
}

export function textKey(id: string): Key {
  return ["draft-text", id];
}

/** What came along with its text, until it is opened. */
export function broughtKey(id: string): Key {
  return ["draft-brought", id];
}

export function pastKey(id: string, time: number): Key {
  return ["draft-past", id, time];
}

export function pastRange(id: string): KeyRange {
  return [pastKey(id, 0), pastKey(id, Infinity)];
}

/** All that is stored of a draft, except what is in its room. */
export function draftRanges(id: string): KeyRange[] {
  return [...[infoKey, textKey, broughtKey].map((key): KeyRange => [key(id), key(id)]), pastRange(id)];
}

export const allInfos: KeyRange = [infoKey(""), infoKey("\uffff")];

/** null for what is missing or was not written here. */
export function parseInfo(value: unknown): DraftInfo | null {
  if (typeof value !== "object" || value === null) return null;
  const { id, title, named, beganAs, created, updated, from, revision, writer, chars, deleted, source } =
    value as Partial<Record<keyof Draft, unknown>>;
  if (typeof id !== "string" || typeof title !== "string") return null;
  if (typeof created !== "number" || typeof updated !== "number") return null;
  return {
    id,
    title,
    named: named === true,
    beganAs: typeof beganAs === "string" ? beganAs : title,
    created,
    updated,
    from: typeof from === "string" ? from : null,
    // Drafts were stored without them once, and with their text inside.
    revision: typeof revision === "number" ? revision : 0,
    writer: typeof writer === "string" ? writer : "",
    chars: typeof chars === "number" ? chars : typeof source === "string" ? source.length : 0,
    deleted: typeof deleted === "number" ? deleted : null,
  };
}

/** From what is stored under `infoKey` and `textKey`. */
export function parseDraft(stored: unknown, text: unknown): Draft | null {
  const info = parseInfo(stored);
  const source = text ?? (stored as { readonly source?: unknown } | null | undefined)?.source;
  return info && typeof source === "string" ? { ...info, source } : null;
}

/** What to store under `infoKey`. */
export function toInfo({ source, ...info }: Draft): DraftInfo {
  return { ...info, chars: source.length };
}
