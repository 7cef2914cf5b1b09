// The browser's state of one playground: each key is a room of its own, named after the playground's room, with a lock and a
// log of its own.

import { numberOperations, Replica } from "../journal/replica.ts";
import { emptyGraph, type Operation } from "../protocol/operation.ts";
import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyedValue } from "../storage/key-value-store.ts";
import { RoomError } from "./room-error.ts";
import type { DefineMeta, DefineResult, Room } from "./room.ts";

export interface BrowserKeys {
  /** The room of a key, open for as long as that of the playground is. */
  open(key: string): Promise<Room>;
  /** Gives a key its first value, if it has none, and remembers it. */
  define(key: string, first: readonly Operation[], meta: DefineMeta): Promise<DefineResult & { readonly room: Room }>;
  /** Gives a key its first value again, in a new epoch. */
  clear(key: string): Promise<void>;
  /** Does something with each one that is open. */
  each(action: (room: Room) => void): void;
  subscribe(listener: (key: string, room: Room) => void): () => void;
  /** Closes those that are open, and those that are being opened as soon as they are. No other is opened any more. */
  dispose(): void;
}

const infix = "/browser/";

export function createBrowserKeys(room: string, openRoom: (id: string) => Promise<Room>): BrowserKeys {
  const opening = new Map<string, Promise<Room>>();
  const opened = new Map<string, Room>();
  /** As the code that was loaded last declares them. */
  const firsts = new Map<string, readonly Operation[]>();
  const listeners = new Set<(key: string, room: Room) => void>();
  let disposed = false;

  function assertOpen(): void {
    if (disposed) throw new RoomError("closed", "The playground was closed while its browser state was being opened.");
  }

  async function open(key: string): Promise<Room> {
    assertOpen();
    const child = await openRoom(room + infix + key);
    if (disposed) child.dispose();
    assertOpen();
    opened.set(key, child);
    for (const listener of listeners) listener(key, child);
    return child;
  }

  function openOnce(key: string): Promise<Room> {
    const known = opening.get(key);
    if (known) return known;
    const made = open(key);
    opening.set(key, made);
    // It is tried again by who asks again.
    made.catch(() => opening.delete(key));
    return made;
  }

  return {
    open: openOnce,
    async define(key, first, meta) {
      const child = await openOnce(key);
      firsts.set(key, first);
      return { room: child, ...(await child.define(first, meta)) };
    },
    async clear(key) {
      const child = await openOnce(key);
      const first = numberOperations(firsts.get(key) ?? [], 1, new Map());
      await child.restart(() => {
        const replica = Replica.from(emptyGraph);
        replica.apply(first);
        return replica.toData();
      }, "Clear");
    },
    each(action) {
      for (const child of opened.values()) action(child);
    },
    subscribe(listener) {
      listeners.add(listener);
      for (const [key, child] of opened) listener(key, child);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      for (const child of opened.values()) child.dispose();
      listeners.clear();
    },
  };
}

/** Everything that is stored of a playground's browser state. */
export function browserKeysRange(room: string): KeyRange {
  return [[room + infix], [`${room}${infix}\uffff`]];
}

/** The same under another playground; what is of the playground's own room, too. */
export function movedKeys(found: readonly KeyedValue[], from: string, to: string): KeyedValue[] {
  return found.map(([[id, ...rest], value]): KeyedValue => {
    const moved: Key = [to + String(id).slice(from.length), ...rest];
    return [moved, value];
  });
}
