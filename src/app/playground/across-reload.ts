// Loads the page again for a newer version of the site, with what lives in it alone. What does that is loaded when it is
// needed, which is rarely.

import { openMark } from "./carry-mark.ts";
import type { CarriedUser } from "./carried-user.ts";
import type { Environment } from "./environment.ts";
import type { OpenDocument } from "./open-document.ts";
import type { LiveUser } from "./user.ts";

/** What the page before this one handed on; null: nothing, as ever but after an update. None: it could not be read. */
export async function readCarried({ store }: Environment): Promise<readonly CarriedUser[] | null> {
  const id = openMark().take();
  if (id === null) return null;
  const { takeCarried } = await import("./carry-over.ts");
  return takeCarried(store, id, location.href);
}

/** `work` makes the newer version the one that is loaded. false: something could not be stored, and the page goes on. */
export function reloadAfter(
  work: () => Promise<void>,
  { store, now, newId }: Environment,
  opened: Pick<OpenDocument, "flush" | "reloadAfter">,
  users: () => readonly LiveUser[],
): Promise<boolean> {
  return opened.reloadAfter(async () => {
    try {
      // Before another version is there, which has none of this one's parts.
      const { carryOver } = await import("./carry-over.ts");
      await work();
      await carryOver({
        ...{ store, now, newId, users },
        mark: openMark(),
        flush: opened.flush,
        address: () => location.href,
        hold: (held) => (document.body.inert = held),
      });
      return true;
    } catch (error) {
      console.error(error);
      return false;
    }
  });
}

export const lostSessions =
  "This is a newer version of Interstate, which could not take over what this page held: sessions start anew. Your code and what all tabs share are as they were.";
