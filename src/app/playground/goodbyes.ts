// Users whose page goes for good. A page that is closed or reloaded has no time left to call a function, so it writes down,
// at once, who leaves and what their State held. Another tab with the same code in the same room calls what is to be called
// for them: one that is open, or else the one that is opened next.

import { randomId } from "../../base/random-id.ts";
import { partitionOf } from "../../storage/partition.ts";
import type { Locks } from "../../state/locks.ts";

export interface Goodbye {
  /** Id of the room. */
  readonly room: string;
  /** Hash of the code that ran. */
  readonly code: string;
  /** Hash of the session. */
  readonly session: string;
  /** State whose callbacks are to hear what it held last. */
  readonly states: readonly (readonly [component: number, value: unknown])[];
}

export interface Goodbyes {
  /** `leaving` is asked when the page goes: null if nothing has to be called. Returns what ends it. */
  onGone(leaving: () => Goodbye | null): () => void;
  /** Those of this room and code, the ones there are and the ones that come; each is heard by one tab, once. */
  hear(room: string, code: string, answer: (goodbye: Goodbye) => Promise<void>): () => void;
}

type Items = Pick<Storage, "getItem" | "key" | "length" | "removeItem" | "setItem">;

export interface GoodbyesOptions {
  /** Several sites may be served from one origin. */
  readonly path: string;
  /** Reading it may throw, hence a function. What it takes is there at once, unlike what a database takes. */
  store(): Items;
  readonly locks: Pick<Locks, "request">;
  newId(): string;
  onGone(listener: () => void): void;
  /** Calls when another tab has written to the store. */
  onWritten(listener: (key: string | null) => void): void;
}

/** Of code that nobody opens again: more are not kept. */
const maxKept = 50;
/** All of them: others need the room, text that is not saved yet above all. What is longer goes without the State. */
const maxChars = 500_000;

export function createGoodbyes({ path, store, locks, newId, onGone, onWritten }: GoodbyesOptions): Goodbyes {
  const prefix = prefixOf(path);
  const leavings = new Set<() => Goodbye | null>();
  const listeners = new Set<() => void>();

  const keys = () => keysIn(store(), path);

  function say(goodbye: Goodbye): void {
    try {
      const text = toText(goodbye);
      makeRoom(text.length);
      store().setItem(`${prefix}${Date.now()}:${newId()}`, text);
    } catch {
      // Refused or full: nobody can be told any more.
    }
  }

  /** The oldest go. */
  function makeRoom(chars: number): void {
    let [count, sum] = [1, chars];
    for (const key of keys().toReversed()) {
      count += 1;
      sum += store().getItem(key)?.length ?? 0;
      if (count > maxKept || sum > maxChars) store().removeItem(key);
    }
  }

  onGone(() => {
    for (const leaving of leavings) {
      const goodbye = leaving();
      if (goodbye) say(goodbye);
    }
  });
  onWritten((key) => {
    if (key?.startsWith(prefix)) for (const listener of listeners) listener();
  });

  /** Takes one away for this tab; null if another was first. */
  async function take(key: string): Promise<Goodbye | null> {
    const { release } = await locks.request(`left ${key.slice(prefix.length)}`, new AbortController().signal);
    try {
      const goodbye = parse(store().getItem(key));
      store().removeItem(key);
      return goodbye;
    } finally {
      release();
    }
  }

  return {
    onGone(leaving) {
      leavings.add(leaving);
      return () => void leavings.delete(leaving);
    },
    hear(room, code, answer) {
      let over = false;
      const look = async (): Promise<void> => {
        for (const key of keys()) {
          const goodbye = over ? null : parse(store().getItem(key));
          if (goodbye?.room !== room || goodbye.code !== code) continue;
          const taken = await take(key);
          if (taken) await answer(taken);
        }
      };
      const listener = (): void => void look().catch((error: unknown) => console.error(error));
      listeners.add(listener);
      listener();
      return () => {
        over = true;
        listeners.delete(listener);
      };
    },
  };
}

/** Takes away what was said in these rooms; without them, everything. */
export function forgetGoodbyes(
  rooms: readonly string[] | null,
  { path, store }: Pick<GoodbyesOptions, "path" | "store">,
) {
  try {
    for (const key of keysIn(store(), path)) {
      const goodbye = parse(store().getItem(key));
      if (rooms === null || !goodbye || rooms.includes(goodbye.room)) store().removeItem(key);
    }
  } catch {
    // Storage is refused: nothing was said.
  }
}

function prefixOf(path: string): string {
  return `interstate:${path}:left:`;
}

/** Oldest first. */
function keysIn(items: Items, path: string): string[] {
  const found = Array.from({ length: items.length }, (_, index) => items.key(index) ?? "");
  return found.filter((key) => key.startsWith(prefixOf(path))).toSorted();
}

/** What the browser gives for it. */
export function browserGoodbyes(): Omit<GoodbyesOptions, "locks" | "newId"> {
  return {
    // In a frame of somebody unknown nobody else is to hear.
    path: partitionOf(window) ?? randomId(),
    store: () => localStorage,
    onGone(listener) {
      addEventListener("pagehide", ({ persisted }) => {
        // One that is kept for going back to may come again.
        if (!persisted) listener();
      });
    },
    onWritten: (listener) => addEventListener("storage", ({ key }) => listener(key)),
  };
}

/** As JSON, without values that JSON has no form for. */
function toText(goodbye: Goodbye): string {
  const states = goodbye.states.filter(([, value]) => isJson(value));
  const text = JSON.stringify({ ...goodbye, states });
  return text.length > maxChars ? JSON.stringify({ ...goodbye, states: [] }) : text;
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every(isJson);
}

/** Anybody of this origin may have written it. */
function parse(text: string | null): Goodbye | null {
  try {
    const value: Partial<Record<keyof Goodbye, unknown>> = Object(JSON.parse(text ?? "null"));
    const { room, code, session, states } = value;
    if (typeof room !== "string" || typeof code !== "string" || typeof session !== "string") return null;
    if (!Array.isArray(states)) return null;
    const pairs = states.filter((each): each is [number, unknown] => {
      return Array.isArray(each) && each.length === 2 && Number.isInteger(each[0]);
    });
    return { room, code, session, states: pairs };
  } catch {
    return null;
  }
}
