// What tabs tell each other of a transaction's commits. A hint only: the log is what counts, so one that is lost, late or doubled costs
// another tab a look at the log and nothing else.

import { parseOperations } from "../journal/replica.ts";
import { storageFormat } from "../storage/open-store.ts";
import { kindOf } from "./commit-kind.ts";
import type { LogEntry } from "./log.ts";
import { estimateBytes } from "./byte-estimate.ts";

export interface Announcement {
  readonly type: "commit";
  /** Of what is stored: tabs with another one share nothing with this. */
  readonly format: number;
  readonly room: string;
  readonly epoch: string;
  /** Of the newest commit. */
  readonly version: number;
  /** What was committed, one after the other, when it is small: saves the others reading it. Otherwise none. */
  readonly entries: readonly SentEntry[];
}

export type SentEntry = Omit<LogEntry, "inverse">;

/** What takes about as long to copy to each tab as to read from the log. */
const maxSentBytes = 32 * 1024;

export function announce(room: string, epoch: string, entries: readonly LogEntry[]): Announcement {
  const version = entries.at(-1)?.version ?? 0;
  const size = entries.reduce((bytes, { ops }) => bytes + estimateBytes(ops, maxSentBytes), 0);
  const sent = size <= maxSentBytes ? entries.map(toSent) : [];
  return { type: "commit", format: storageFormat, room, epoch, version, entries: sent };
}

function toSent(entry: LogEntry): SentEntry {
  const { inverse: _, ...sent } = entry;
  return sent;
}

/** null for what is not for this room. Fields that this version does not know are ignored. */
export function parseAnnouncement(message: unknown, room: string): Announcement | null {
  if (typeof message !== "object" || message === null) return null;
  const { type, format, room: to, epoch, version, entries } = fieldsOf(message);
  if (type !== "commit" || format !== storageFormat || to !== room) return null;
  if (typeof epoch !== "string" || typeof version !== "number") return null;
  const usable = Array.isArray(entries) && entries.every(isEntry);
  return { type, format, room, epoch, version, entries: usable ? entries.map(withKind) : [] };
}

/** A tab with a newer version of this app has the room open. */
export function isFromNewerApp(message: unknown, room: string): boolean {
  if (typeof message !== "object" || message === null) return false;
  const { type, format, room: to } = fieldsOf(message);
  return type === "commit" && to === room && typeof format === "number" && format > storageFormat;
}

function fieldsOf(message: object): Partial<Record<keyof Announcement, unknown>> {
  return message;
}

function isEntry(value: unknown): value is SentEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Partial<Record<keyof LogEntry, unknown>>;
  const texts = [entry.id, entry.fn, entry.user, entry.tab, entry.code];
  return (
    typeof entry.version === "number" &&
    texts.every((text) => typeof text === "string") &&
    typeof entry.time === "number" &&
    typeof entry.durationMs === "number" &&
    isOperations(entry.ops)
  );
}

/** Tabs may have versions of this app that do not say it. */
function withKind(entry: SentEntry): SentEntry {
  return { ...entry, kind: kindOf(entry) };
}

/** Other sites may share this origin, and with it the channel. */
function isOperations(value: unknown): boolean {
  try {
    parseOperations(value);
    return true;
  } catch {
    // It says what is wrong with them; the log says what is right.
    return false;
  }
}
