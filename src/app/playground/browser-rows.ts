// The rows of the State panel for the browser's state: one for each key that the app uses.

import type { Room } from "../../state/room.ts";
import type { StateRow } from "../model.ts";
import { createCredits, type Credits } from "./credits.ts";
import type { RowHistory } from "./row-history.ts";

export interface BrowserRows {
  /** Follows the keys of this room from now on. */
  follow(room: Room): void;
  /** `nameOf`: what the code calls that of a key to which it gave none. */
  rows(history: RowHistory, nameOf: (key: string) => string | null): StateRow[];
}

/** Rows of this group are named by the key alone; those of the others never begin so. */
const prefix = "browser ";

export function createBrowserRows(options: { readonly tab: string; onChange(): void }): BrowserRows {
  const keys = new Map<string, { readonly room: Room; readonly credits: Credits }>();
  let unfollow: (() => void)[] = [];

  return {
    follow(room) {
      for (const end of unfollow) end();
      unfollow = [];
      keys.clear();
      const end = room.browser.subscribe((key, child) => {
        const credits = createCredits(options.tab);
        keys.set(key, { room: child, credits });
        unfollow.push(
          child.subscribe(({ entry }) => {
            if (entry) credits.add(entry);
            options.onChange();
          }),
        );
        options.onChange();
      });
      unfollow.push(end);
    },
    rows(history, nameOf) {
      return [...keys].flatMap(([key, { room, credits }]) => {
        const made = [...room.replica.slots()].map(([slot, { value }]) =>
          history.row({
            key: prefix + key,
            name: (isNumbered(key) ? nameOf(key) : null) ?? key,
            kind: "browser",
            replica: room.replica,
            value,
            by: (seen) => credits.of(slot, seen),
            kept: false,
            why: "",
            user: null,
          }),
        );
        credits.settle();
        return made;
      });
    },
  };
}

/** Where the code gives no key, its place among the others stands for one, which says nothing to people. */
function isNumbered(key: string): boolean {
  return /^BrowserState \d+$/.test(key);
}

/** The key of the browser's state that a row is for, or null. */
export function browserKeyOf(row: string): string | null {
  return row.startsWith(prefix) ? row.slice(prefix.length) : null;
}
