// The room of what is open: opens it, forks it when changed code first runs, and closes the one before when the app that
// lives in it is in place.

import { type Accessor, createSignal } from "solid-js";
import { isUpkeep } from "../../state/commit-kind.ts";
import { noteUse } from "../../state/drop-room.ts";
import type { CopiedAt } from "../../state/fork.ts";
import type { Lease } from "../../state/lease.ts";
import { watchLifecycle } from "../../state/lifecycle.ts";
import type { GraphData } from "../../protocol/operation.ts";
import { createPresence } from "../../state/presence.ts";
import { RoomError } from "../../state/room-error.ts";
import type { Room } from "../../state/room.ts";
import type { RoomChange } from "../../state/room-view.ts";
import { openRoom } from "../../state/shared-room.ts";
import type { Environment } from "./environment.ts";
import { isLinkRoom, linkRoom } from "./start-document.ts";

export interface Rooms {
  /**
   * Opens the room in which a program is to run; `from` is where a draft's state comes from when its changed code first
   * runs. Apps in the room before go on in it until `enter`.
   */
  open(wanted: { readonly id: string; readonly from: string | null }, sourceHash: string): Promise<Room>;
  /**
   * Whether calls of this tab were committed to the room that this one was copied from, after it was. Then it is to be
   * opened again, which copies it anew: what a person has seen is not to vanish because of an edit.
   */
  isBehind(room: Room): boolean;
  /** Puts data into a room in which there is nothing yet; else does nothing. */
  seed(id: string, data: GraphData): Promise<void>;
  /**
   * Waits, though not for long, until no call changes the room in which apps live now, nor the browser's state that belongs
   * to it. Resolves with what lets calls go on.
   */
  holdStill(): Promise<() => void>;
  /** The apps of this tab live in this room from now on: closes the one before. */
  enter(room: Room): void;
  /** Closes a room that was opened and not entered. */
  release(room: Room): void;
  /** Drops a variable that was set aside. */
  discard(key: string): Promise<void>;
  /** Tabs that have the room open. */
  readonly tabs: Accessor<number>;
}

/** A call that has the room for longer is not waited for. */
const maxHoldMs = 2000;

/** A draft's room as it was copied. */
interface Copy {
  readonly id: string;
  /** Where it was copied: whatever else than code came to it after that is somebody's. */
  at: CopiedAt;
  behind: boolean;
  unwatch(): void;
}

export function createRooms(environment: Environment, onProblem: (error: Error) => void): Rooms {
  const { store, locks, channel, compactor } = environment.rooms;
  const { tab, now, newId } = environment;
  const isVisible = () => document.visibilityState === "visible";
  const [tabs, setTabs] = createSignal(1);
  let current: { readonly room: Room; close(): void } | null = null;
  /** The last copy, while nobody lives in it. */
  let copy: Copy | null = null;
  let opening: Promise<unknown> = Promise.resolve();

  function open(id: string): Promise<Room> {
    if (current?.room.id === id) return Promise.resolve(current.room);
    // What is stored of a link is swept only if it was noted. Nobody waits for it: it is for the browser's good.
    if (isLinkRoom(id)) noteUse(store, id, now()).catch(() => undefined);
    return openRoom({ id, store, locks, channel, compactor, tab, now, newId, isVisible, onProblem });
  }

  async function openFork(id: string, from: string, sourceHash: string): Promise<Room> {
    const { forkAnew, roomExists } = await import("../../state/fork.ts");
    const exists = await roomExists(store, id);
    // A draft whose text is still what it began as shares the room it began in.
    if (!exists && from === linkRoom(sourceHash)) return open(from);
    const old = copy?.id === id ? copy : null;
    if (exists && !old?.behind) return open(id);
    // From before the copy on, so that nothing is missed.
    const made = watchCopy(id, from);
    const at = old ? await forkAnew(store, from, id, { copied: old.at, epoch: newId() }) : await fork(from, id);
    if (at) made.at = at;
    else forgetCopy();
    return open(id);
  }

  /** null: another tab with the same draft was quicker. */
  async function fork(from: string, to: string): Promise<CopiedAt | null> {
    const base = await open(from);
    try {
      return await base.fork(to);
    } catch (error) {
      if (error instanceof RoomError && error.kind === "conflict") return null;
      throw error;
    } finally {
      release(base);
    }
  }

  function watchCopy(id: string, from: string): Copy {
    forgetCopy();
    const unwatches: (() => void)[] = [];
    const made: Copy = { id, at: new Map(), behind: false, unwatch: () => unwatches.forEach((unwatch) => unwatch()) };
    const watch = (room: Room): void => {
      const note = ({ source, entry }: RoomChange): void => {
        if (source !== "elsewhere" && !(entry && isUpkeep(entry.kind))) made.behind = true;
      };
      unwatches.push(room.subscribe(note));
    };
    if (current?.room.id === from) {
      watch(current.room);
      unwatches.push(current.room.browser.subscribe((_, room) => watch(room)));
    }
    return (copy = made);
  }

  async function seed(id: string, data: GraphData): Promise<void> {
    const room = await open(id);
    try {
      await room.restart((replica) => {
        if (room.version > 0 || replica.slots().size > 0)
          throw new RoomError("conflict", "There is something already.");
        return data;
      }, "Open the snapshot");
    } catch (error) {
      // It was opened before, here or in another tab: then it goes on from there.
      if (!(error instanceof RoomError && error.kind === "conflict")) throw error;
    } finally {
      release(room);
    }
  }

  function forgetCopy(): void {
    copy?.unwatch();
    copy = null;
  }

  function release(room: Room): void {
    if (current?.room !== room) room.dispose();
  }

  async function holdStill(): Promise<() => void> {
    const enough = new AbortController();
    const timer = setTimeout(() => enough.abort(), maxHoldMs);
    const keys: Room[] = [];
    current?.room.browser.each((key) => keys.push(key));
    const leases: Lease[] = [];
    try {
      // In the order in which calls ask for them.
      const inOrder = keys.toSorted((a, b) => (a.id < b.id ? -1 : 1)).concat(current?.room ?? []);
      for (const room of inOrder) {
        const options = { fn: "Load", user: "", signal: enough.signal, onQueue: () => undefined };
        leases.push(await room.enter(options));
      }
    } catch (error) {
      if (!enough.signal.aborted) onProblem(error instanceof Error ? error : new Error(String(error)));
    } finally {
      clearTimeout(timer);
    }
    return () => {
      for (const lease of leases) lease.release();
    };
  }

  return {
    tabs,
    holdStill,
    open({ id, from }, sourceHash) {
      // One at a time: a build that is overtaken may be copying still.
      const opened = opening.then(() => (from === null ? open(id) : openFork(id, from, sourceHash)));
      opening = opened.catch(() => undefined);
      return opened;
    },
    seed(id, data) {
      const seeded = opening.then(() => seed(id, data));
      opening = seeded.catch(() => undefined);
      return seeded;
    },
    isBehind: (room) => copy?.id === room.id && copy.behind,
    enter(room) {
      if (current?.room === room) return;
      forgetCopy();
      current?.close();
      const presence = createPresence({ room: room.id, tab, channel, now: () => performance.now() });
      presence.subscribe(setTabs);
      setTabs(presence.tabs());
      const unwatch = watchLifecycle({ room, presence, target: window, isVisible, onProblem });
      current = {
        room,
        close() {
          unwatch();
          presence.dispose();
          room.dispose();
        },
      };
    },
    release,
    async discard(key) {
      await current?.room.change("Discard", () => [["unslot", key]]);
    },
  };
}
