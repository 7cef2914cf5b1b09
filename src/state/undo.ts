// Undo and redo of a room's changes, in all tabs at once. The log only grows: taking a change back is a commit of its own,
// and what can be taken back or done again is read off the log, as an editor's two stacks would hold it.

import type { LogEntry } from "./log.ts";
import { RoomError } from "./room-error.ts";
import type { Room } from "./room.ts";

/** So many commits are looked at, so one can go back about as far. The log may be shorter. */
export const stepDepth = 100;

const labels = { undo: "Undo of ", redo: "Redo of " } as const;

export type Way = keyof typeof labels;

/** What is known of a commit besides its operations. */
export type Commit = Pick<LogEntry, "id" | "fn" | "user" | "tab" | "time"> & { readonly kind: Way | "change" | "load" };

export interface Step {
  /** Of the commit whose inverse makes the step. */
  readonly id: string;
  /** What was changed first, by whom and when. */
  readonly change: Pick<Commit, "id" | "fn" | "user" | "tab" | "time">;
}

/** What can be taken back and what can be done again, the next one first. */
export type Steps = Readonly<Record<Way, readonly Step[]>>;

export function toCommit({ id, fn, user, tab, time, ops }: LogEntry): Commit {
  return { id, fn, user, tab, time, kind: kindOf(fn, user, ops) };
}

/** `commits`: newest first, as far back as is known. */
export function toSteps(commits: readonly Commit[]): Steps {
  const undo: Step[] = [];
  const redo: Step[] = [];
  for (const commit of commits.toReversed()) {
    switch (commit.kind) {
      case "change":
        undo.unshift({ id: commit.id, change: commit });
        redo.length = 0;
        break;
      case "undo":
        redo.unshift({ id: commit.id, change: undo.shift()?.change ?? withoutLabel(commit, "undo") });
        break;
      case "redo":
        undo.unshift({ id: commit.id, change: redo.shift()?.change ?? withoutLabel(commit, "redo") });
        break;
      case "load":
        // It only adds variables, which no step touches.
        break;
    }
  }
  return { undo, redo };
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
      return current ? entry.inverse : [];
    };
    try {
      await room.change(label, build);
    } catch (error) {
      if (error instanceof RoomError && error.kind === "conflict") return false;
      throw error;
    }
    if (current) return true;
  }
}

/** Calls bear the name of a user; what a person does outside of any call does not. So no function can pass for a step. */
function kindOf(fn: string, user: string, ops: LogEntry["ops"]): Commit["kind"] {
  if (user === "" && fn.startsWith(labels.undo)) return "undo";
  if (user === "" && fn.startsWith(labels.redo)) return "redo";
  return ops.every(([kind]) => kind === "new" || kind === "slot") ? "load" : "change";
}

/** For a step whose beginning the log does not hold any more. */
function withoutLabel(commit: Commit, way: Way): Step["change"] {
  return { ...commit, fn: commit.fn.slice(labels[way].length) };
}
