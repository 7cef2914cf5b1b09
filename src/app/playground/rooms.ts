// The room of what is open: opens it, forks it when changed code first runs, and closes the one before when the app that
// lives in it is in place.

import { type Accessor, createSignal } from "solid-js";
import { watchLifecycle } from "../../state/lifecycle.ts";
import { roomExists } from "../../state/log.ts";
import { createPresence } from "../../state/presence.ts";
import { RoomError } from "../../state/room-error.ts";
import { openRoom, type Room } from "../../state/room.ts";
import type { Environment } from "./environment.ts";
import { linkRoom } from "./open-document.ts";

export interface Rooms {
  /**
   * Opens the room in which a program is to run; `from` is where a draft's state comes from when its changed code first
   * runs. Apps in the room before go on in it until `enter`.
   */
  open(wanted: { readonly id: string; readonly from: string | null }, sourceHash: string): Promise<Room>;
  /** The apps of this tab live in this room from now on: closes the one before. */
  enter(room: Room): void;
  /** Closes a room that was opened and not entered. */
  release(room: Room): void;
  /** Drops a variable that was set aside. */
  discard(key: string): Promise<void>;
  /** Tabs that have the room open. */
  readonly tabs: Accessor<number>;
  dispose(): void;
}

export function createRooms(environment: Environment, onProblem: (error: Error) => void): Rooms {
  const { store, locks, channel, compactor } = environment.rooms;
  const { tab, now, newId } = environment;
  const isVisible = () => document.visibilityState === "visible";
  const [tabs, setTabs] = createSignal(1);
  let current: { readonly room: Room; close(): void } | null = null;

  const open = (id: string) =>
    current?.room.id === id
      ? Promise.resolve(current.room)
      : openRoom({ id, store, locks, channel, compactor, tab, now, newId, isVisible, onProblem });

  async function fork(from: string, to: string): Promise<void> {
    const base = await open(from);
    try {
      await base.fork(to);
    } catch (error) {
      // Another tab with the same draft was quicker.
      if (!(error instanceof RoomError && error.kind === "conflict")) throw error;
    } finally {
      release(base);
    }
  }

  function release(room: Room): void {
    if (current?.room !== room) room.dispose();
  }

  return {
    tabs,
    async open({ id, from }, sourceHash) {
      if (from === null || (await roomExists(store, id))) return open(id);
      // A draft whose text is still what it began as shares the room it began in.
      if (from === linkRoom(sourceHash)) return open(from);
      await fork(from, id);
      return open(id);
    },
    enter(room) {
      if (current?.room === room) return;
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
    dispose() {
      current?.close();
      current = null;
    },
  };
}
