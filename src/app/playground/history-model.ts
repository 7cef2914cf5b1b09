// What the State panel shows of a room's history: what can be taken back, what can be done again, and how to. Reads the
// log when it is first asked for, and from then on follows the commits.

import { batch, createSignal } from "solid-js";
import type { Room } from "../../state/room.ts";
import { type Commit, type Step, stepDepth, takeStep, toCommit, toSteps, type Way } from "../../state/undo.ts";
import type { HistoryModel, HistoryStep } from "../model.ts";
import { messageOf } from "./call-errors.ts";
import { createPace } from "./pace.ts";

/** How long it is said that a step was not taken. */
const noteMs = 8000;

export interface RoomHistory extends HistoryModel {
  /** The app lives in this room from now on. */
  enter(room: Room): void;
}

/** `tab`: this one. */
export function createHistory({ tab }: { tab: string }): RoomHistory {
  const [done, setDone] = createSignal<readonly HistoryStep[]>([]);
  const [undone, setUndone] = createSignal<readonly HistoryStep[]>([]);
  const [stepping, setStepping] = createSignal(false);
  const [note, setNote] = createSignal<string | null>(null);
  let room: Room | null = null;
  let opened = false;
  /** Newest first. */
  let commits: readonly Commit[] = [];
  let unwatch: () => void = () => undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  const draw = createPace(
    () => {
      const steps = toSteps(commits);
      batch(() => {
        setDone(steps.undo.map(toHistoryStep));
        setUndone(steps.redo.map(toHistoryStep));
      });
    },
    { nowMs: () => performance.now(), soon: queueMicrotask, later: setTimeout },
  );

  function toHistoryStep({ id, change: { fn, user, tab: where, time } }: Step): HistoryStep {
    return { id, fn, who: where === tab ? user || "You" : "Another tab", timeMs: time };
  }

  /** A commit may be told twice, and be read besides. */
  function add(newer: readonly Commit[], older: readonly Commit[]): void {
    const known = new Set(older.map(({ id }) => id));
    commits = [...newer.filter(({ id }) => !known.has(id)), ...older].slice(0, stepDepth);
    draw();
  }

  async function read(): Promise<void> {
    const from = room;
    commits = [];
    draw();
    if (!from || !opened) return;
    try {
      const entries = await from.history(stepDepth);
      if (room === from) add(commits, entries.map(toCommit));
    } catch (error) {
      say(`The history could not be read. ${messageOf(error)}`);
    }
  }

  function say(text: string | null): void {
    clearTimeout(forgetting);
    setNote(text);
    if (text !== null) forgetting = setTimeout(() => setNote(null), noteMs);
  }

  async function go(way: Way, seen: HistoryStep | undefined): Promise<void> {
    if (!room || !seen || stepping()) return;
    setStepping(true);
    say(null);
    try {
      const taken = await takeStep(room, way, seen.id);
      if (!taken) say(`${way === "undo" ? "Not undone" : "Not redone"}: somebody changed the state meanwhile.`);
    } catch (error) {
      say(messageOf(error));
    } finally {
      setStepping(false);
    }
  }

  return {
    done,
    undone,
    stepping,
    note,
    open() {
      if (opened) return;
      opened = true;
      void read();
    },
    undo: () => go("undo", done()[0]),
    redo: () => go("redo", undone()[0]),
    enter(next) {
      unwatch();
      room = next;
      unwatch = next.subscribe(({ entry }) => {
        if (!entry) void read();
        else if (opened) add([toCommit(entry)], commits);
      });
      void read();
    },
  };
}
