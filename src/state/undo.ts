// Undo and redo of a room's changes, in all tabs at once. The log only grows: taking a change back is a commit of its own,
// and what can be taken back or done again is read off the log, as an editor's two stacks would hold it.

import { InvalidOperationError } from "../journal/replica.ts";
import type { ContainerId, Operation } from "../protocol/operation.ts";
import { labels } from "./commit-kind.ts";
import type { LogEntry } from "./log.ts";
import { RoomError } from "./room-error.ts";
import type { Room } from "./room.ts";

/** So many commits are looked at, so one can go back about as far. The log may be shorter. */
export const stepDepth = 100;

export type Way = keyof typeof labels;

/** What is known of a commit besides its operations. */
export interface Commit extends Pick<LogEntry, "id" | "kind" | "fn" | "user" | "tab" | "time"> {
  /** Variables that it left as their initialisers had made them, since what was written to them was taken back. */
  readonly restored: readonly string[];
  /** Variables that code which was loaded made anew, or that were discarded. */
  readonly dropped: readonly string[];
}

export interface Step {
  /** Of the commit whose inverse makes the step. */
  readonly id: string;
  /** What was changed first, by whom and when. */
  readonly change: Pick<Commit, "id" | "fn" | "user" | "tab" | "time">;
}

/** What can be taken back and what can be done again, the next one first. */
export type Steps = Readonly<Record<Way, readonly Step[]>>;

export function toCommit({ id, kind, fn, user, tab, time, ops }: LogEntry): Commit {
  const restored = ops.flatMap((operation) => (operation[0] === "made" && operation[2] !== null ? [operation[1]] : []));
  const dropped = ops.flatMap((operation) => (operation[0] === "unslot" ? [operation[1]] : []));
  return { id, kind, fn, user, tab, time, restored, dropped };
}

/** `commits`: newest first, as far back as is known. */
export function toSteps(commits: readonly Commit[]): Steps {
  const undo: Step[] = [];
  let redo: (Step & { readonly commit: Commit })[] = [];
  for (const commit of commits.toReversed()) {
    switch (commit.kind) {
      case "call":
      case "change":
        undo.unshift({ id: commit.id, change: commit });
        redo = [];
        break;
      case "undo":
        redo.unshift({ id: commit.id, commit, change: undo.shift()?.change ?? withoutLabel(commit, "undo") });
        break;
      case "redo":
        undo.unshift({ id: commit.id, change: redo.shift()?.change ?? withoutLabel(commit, "redo") });
        break;
      case "load":
        // What was taken back was done to a value that is no more, and what came after it was done upon that.
        redo = redo.slice(0, firstOn(redo, commit.dropped));
        break;
      case "reset":
      case "clean-up":
        break;
    }
  }
  return { undo, redo: redo.map(({ id, change }) => ({ id, change })) };
}

/**
 * Goes one step, if it is still the next one: `id` is that of the step that the person saw. false: somebody changed the
 * room since then, and nothing was done.
 */
export async function takeStep(room: Room, way: Way, id: string): Promise<boolean> {
  for (;;) {
    await room.catchUp();
    const { epoch } = room;
    const entries = await room.history(stepDepth);
    const step = toSteps(entries.map(toCommit))[way][0];
    const entry = entries.find((each) => each.id === step?.id);
    if (!step || !entry || step.id !== id) return false;
    const label = labels[way] + step.change.fn;
    // Whoever had the room when this was asked for may have changed it before it was this one's turn.
    let current = false;
    const build = () => {
      current = room.epoch === epoch && room.version === entries[0]?.version;
      return current ? [...letGoSince(entries, entry, room), ...entry.inverse] : [];
    };
    try {
      await room.change(label, build, way);
    } catch (error) {
      // Invalid: what the step would bring back has no place any more.
      if (error instanceof InvalidOperationError || (error instanceof RoomError && error.kind === "conflict"))
        return false;
      throw error;
    }
    if (current) return true;
  }
}

/** The place of the first step that began with variables as their initialisers had made them. */
function firstOn(redo: readonly { readonly commit: Commit }[], variables: readonly string[]): number {
  const place = redo.findIndex(({ commit }) => commit.restored.some((key) => variables.includes(key)));
  return place === -1 ? redo.length : place;
}

/** What was cleaned up after a commit: its inverse may name some of that. What is not needed is let go again some day. */
function letGoSince(entries: readonly LogEntry[], { version, inverse }: LogEntry, { replica }: Room): Operation[] {
  const own = new Set(inverse.map(([kind, id]) => kind === "new" && id));
  const found = new Map<ContainerId, Operation>();
  // The newest last: as it was when it was let go for the last time.
  for (const entry of entries.toReversed()) {
    if (entry.kind !== "clean-up" || entry.version <= version) continue;
    for (const operation of entry.inverse) {
      if (operation[0] === "new" && !own.has(operation[1]) && !replica.has(operation[1]))
        found.set(operation[1], operation);
    }
  }
  return [...found.values()];
}

/** For a step whose beginning the log does not hold any more. */
function withoutLabel(commit: Commit, way: Way): Step["change"] {
  return { ...commit, fn: commit.fn.slice(labels[way].length) };
}
