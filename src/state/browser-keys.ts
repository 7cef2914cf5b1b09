// The browser's state of one playground: each key is a room of its own, named after the playground's room, with a lock and a
// log of its own.

import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyedValue } from "../storage/key-value-store.ts";
import type { Room } from "./room.ts";

export interface BrowserKeys {
  /** The room of a key, open for as long as that of the playground is. */
  open(key: string): Promise<Room>;
  /** Does something with each one that is open. */
  each(action: (room: Room) => void): void;
  subscribe(listener: (key: string, room: Room) => void): () => void;
}

const infix = "/browser/";

export function createBrowserKeys(room: string, openRoom: (id: string) => Promise<Room>): BrowserKeys {
  const opening = new Map<string, Promise<Room>>();
  const opened = new Map<string, Room>();
  const listeners = new Set<(key: string, room: Room) => void>();

  async function open(key: string): Promise<Room> {
    const child = await openRoom(room + infix + key);
    opened.set(key, child);
    for (const listener of listeners) listener(key, child);
    return child;
  }

  return {
    open(key) {
      const known = opening.get(key);
      if (known) return known;
      const made = open(key);
      opening.set(key, made);
      // It is tried again by who asks again.
      made.catch(() => opening.delete(key));
      return made;
    },
    each(action) {
      for (const child of opened.values()) action(child);
    },
    subscribe(listener) {
      listeners.add(listener);
      for (const [key, child] of opened) listener(key, child);
      return () => listeners.delete(listener);
    },
  };
}

/** Everything that is stored of a playground's browser state. */
export function browserKeysRange(room: string): KeyRange {
  return [[room + infix], [`${room}${infix}\uffff`]];
}

/** The same under another playground. */
export function movedKeys(found: readonly KeyedValue[], from: string, to: string): KeyedValue[] {
  return found.map(([[id, ...rest], value]): KeyedValue => {
    const moved: Key = [to + String(id).slice(from.length), ...rest];
    return [moved, value];
  });
}
