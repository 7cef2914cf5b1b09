// The room of what is open: opens it, forks it when changed code first runs, and closes the one before.

import { type Accessor, createSignal } from "solid-js";
import { createPresence } from "../../state/presence.ts";
import { roomExists } from "../../state/log.ts";
import { RoomError } from "../../state/room-error.ts";
import { openRoom, type Room } from "../../state/room.ts";
import { watchLifecycle } from "../../state/lifecycle.ts";
import type { Environment } from "./environment.ts";
import { linkRoom } from "./open-document.ts";

export interface Rooms {
  /** The room in which a program runs; `from` is where a draft's state comes from when its changed code first runs. */
  open(wanted: { readonly id: string; readonly from: string | null }, sourceHash: string): Promise<Room>;
  /** Drops a variable that was set aside. */
  discard(key: string): Promise<void>;
  /** Tabs that have the room open. */
  readonly tabs: Accessor<number>;
  dispose(): void;
}

export function createRooms(environment: Environment, onProblem: (error: Error) => void): Rooms {
  const { store, locks, channel, compactor } = environment.rooms;
  const { tab, now, newId } = environment;
  const [tabs, setTabs] = createSignal(1);
  let current: { readonly room: Room; close(): void } | null = null;

  const isVisible = () => document.visibilityState === "visible";
  const open = (id: string) =>
    openRoom({ id, store, locks, channel, compactor, tab, now, newId, isVisible, onProblem });

  async function enter(id: string): Promise<Room> {
    if (current?.room.id === id) return current.room;
    const room = await open(id);
    current?.close();
    const presence = createPresence({ room: id, tab, channel, now: () => performance.now() });
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
    return room;
  }

  async function fork(from: string, to: string): Promise<void> {
    const base = await open(from);
    try {
      await base.fork(to);
    } catch (error) {
      // Another tab with the same draft was quicker.
      if (!(error instanceof RoomError && error.kind === "conflict")) throw error;
    } finally {
      base.dispose();
    }
  }

  return {
    tabs,
    async open({ id, from }, sourceHash) {
      if (from === null || (await roomExists(store, id))) return enter(id);
      // A draft whose text is still what it began as shares the room it began in.
      if (from === linkRoom(sourceHash)) return enter(from);
      await fork(from, id);
      return enter(id);
    },
    async discard(key) {
      await current?.room.change("Discard", () => [["unslot", key]]);
    },
    dispose() {
      current?.close();
      current = null;
    },
  };
}
