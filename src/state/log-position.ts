// Where a tab stands in a room's log, and what of the log it lacks to stand where the head does.

import type { KeyedValue } from "../storage/key-value-store.ts";
import type { KeyRange } from "../storage/key.ts";
import { type Head, type LogEntry, logRange, parseEntries } from "./log.ts";

/** Version 0 and epoch "" before anything was seen. */
export interface Position {
  readonly epoch: string;
  readonly version: number;
}

/** Where in the log to read what others committed since. */
export function missingRanges(room: string, position: Position, head: Head | null): KeyRange[] {
  if (!head || !isContinuedBy(position, head) || head.version === position.version) return [];
  return [logRange(room, position.version + 1, head.version)];
}

/** What was found there; null: the log does not lead from here to the head. */
export function toMissed(
  position: Position,
  head: Head | null,
  found: readonly KeyedValue[] = [],
): readonly LogEntry[] | null {
  if (!head) return position.version === 0 ? [] : null;
  return isContinuedBy(position, head) ? parseEntries(found, position.version + 1, head.version) : null;
}

export function isAt({ epoch, version }: Position, head: Head | null): boolean {
  return head ? head.epoch === epoch && head.version === version : version === 0;
}

function isContinuedBy({ epoch, version }: Position, head: Head): boolean {
  return (head.epoch === epoch || epoch === "") && head.version >= version;
}
