// Playgrounds as a file: all of them together, to take along and to put back. What comes in may have been written by
// anybody.

import { err, ok, type Result } from "../base/result.ts";
import type { Draft } from "./draft-record.ts";
import type { FoundDraft } from "./playgrounds.ts";

export interface PlaygroundFile {
  readonly found: readonly FoundDraft[];
  /** Entries that are no playgrounds. */
  readonly refused: number;
  /** What comes along with the only one, as JSON; null: nothing, or there are several. */
  readonly state: string | null;
}

const format = "interstate playgrounds";
const version = 1;
/** As much as a link may carry, too. */
const maxSourceChars = 1_000_000;
const maxTitleChars = 200;

export function writePlaygrounds(drafts: readonly Draft[]): string {
  const playgrounds = drafts.map(({ id, title, named, source, created, updated }) => ({
    id,
    title,
    named,
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    source,
  }));
  return `${JSON.stringify({ format, version, playgrounds }, null, 1)}\n`;
}

/** A single one, with what comes along with it as JSON, or null. */
export function writePlayground(playground: {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly state: string | null;
  readonly time: number;
}): string {
  const { id, title, source, state, time } = playground;
  const updated = new Date(time).toISOString();
  const entry = { id, title, named: true, created: updated, updated, source };
  const brought: unknown = state === null ? undefined : JSON.parse(state);
  return `${JSON.stringify({ format, version, playgrounds: [{ ...entry, state: brought }] })}\n`;
}

/** Whether a text claims to be such a file. */
export function isPlaygroundFile(text: string): boolean {
  return /^\s*\{/.test(text) && text.slice(0, 2000).includes(`"${format}"`);
}

/** The error is a sentence or two for people. */
export function parsePlaygrounds(text: string): Result<PlaygroundFile, string> {
  const file = parseJson(text);
  if (typeof file !== "object" || file === null || !("format" in file) || file.format !== format) {
    return err("This file holds no playgrounds: it was not written by “Export all”, or it is damaged.");
  }
  const { version: written, playgrounds } = file as Partial<Record<string, unknown>>;
  if (typeof written === "number" && written > version) {
    return err("This file was written by a newer version of this page. Reload the page to get it.");
  }
  if (!Array.isArray(playgrounds)) return err("This file holds no playgrounds: the list of them is missing.");
  const seen = new Set<string>();
  const found = playgrounds.flatMap((entry) => {
    const playground = toFound(entry);
    if (!playground || seen.has(playground.id)) return [];
    seen.add(playground.id);
    return [playground];
  });
  return ok({ found, refused: playgrounds.length - found.length, state: stateOf(playgrounds) });
}

function stateOf(playgrounds: readonly unknown[]): string | null {
  const [only] = playgrounds;
  if (playgrounds.length !== 1 || typeof only !== "object" || only === null || !("state" in only)) return null;
  return JSON.stringify(only.state);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not even JSON: the caller words it.
    return null;
  }
}

function toFound(entry: unknown): FoundDraft | null {
  if (typeof entry !== "object" || entry === null) return null;
  const { id, title, named, source, created, updated } = entry as Partial<Record<string, unknown>>;
  if (typeof id !== "string" || !/^[\w-]{8,64}$/.test(id)) return null;
  if (typeof title !== "string" || typeof source !== "string" || source.length > maxSourceChars) return null;
  const [made, changed] = [toTime(created), toTime(updated)];
  if (made === null || changed === null) return null;
  return { id, title: title.slice(0, maxTitleChars), named: named === true, source, created: made, updated: changed };
}

function toTime(value: unknown): number | null {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
