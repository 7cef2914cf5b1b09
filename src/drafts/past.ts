// What a draft's text was before: kept whenever a text that had stood for a while gives way to another, within limits.

import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import { type Draft, pastKey, pastRange } from "./draft-record.ts";

export interface PastText {
  /** When it gave way, in milliseconds since 1970. */
  readonly time: number;
  readonly source: string;
}

/** A text that stood for so long is worth keeping. */
const restMs = 60_000;
/** One that is typed without a rest is kept so often. */
const longestMs = 10 * 60_000;
const maxTexts = 60;
const maxChars = 3_000_000;

/** Whether the text before is worth keeping, when another is saved over it. `lastKept`: when one was kept last. */
export function isWorthKeeping(
  before: Draft,
  change: { readonly source: string; readonly writer: string; readonly displaces?: boolean },
  now: number,
  lastKept: number,
): boolean {
  if (before.source === change.source || before.source.trim() === "") return false;
  // Another tab or another visit: who typed before may miss it.
  if (before.writer !== change.writer || change.displaces === true) return true;
  return now - before.updated >= restMs || now - lastKept >= longestMs;
}

/** What to write to keep a text among those that were kept before. */
export function keepText(id: string, past: readonly KeyedValue[], source: string, now: number) {
  const texts = past.flatMap(([key, value]) => toPastText(key.at(-1), value));
  const newest = texts.at(-1);
  if (newest?.source === source) return { puts: [], deletes: [] };
  const time = Math.max(now, (newest?.time ?? 0) + 1);
  const [kept, excess] = [[{ time, source }], [] as PastText[]];
  let chars = source.length;
  for (const text of texts.toReversed()) {
    chars += text.source.length;
    (kept.length < maxTexts && chars <= maxChars ? kept : excess).push(text);
  }
  return {
    puts: [[pastKey(id, time), { source }]] as const,
    deletes: excess.map((text) => pastKey(id, text.time)),
  };
}

/** Newest first. */
export async function readPast(store: KeyValueStore, id: string): Promise<PastText[]> {
  const past = await store.range(...pastRange(id));
  return past.flatMap(([key, value]) => toPastText(key.at(-1), value)).toReversed();
}

function toPastText(time: unknown, value: unknown): PastText[] {
  if (typeof time !== "number" || typeof value !== "object" || value === null) return [];
  const { source } = value as { readonly source?: unknown };
  return typeof source === "string" ? [{ time, source }] : [];
}
