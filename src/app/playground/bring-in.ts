// What came along with the text that was opened, until it has its place.

import { randomId } from "../../base/random-id.ts";
import type { Drafts } from "../../drafts/drafts.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import { createSession, type Session } from "../../state/session.ts";
import type { Notice } from "../model.ts";
import type { Rooms } from "./rooms.ts";
import type { Start } from "./start-document.ts";
import type { LiveUser } from "./user.ts";

export interface BringIn {
  /** The session that a user begins with, if one came along. */
  session(number: number): Session | undefined;
  /** Before the room of the program is opened. */
  seed(program: CompiledModule): Promise<void>;
  /** The app is there for the first time. */
  arrive(user: LiveUser | undefined): void;
  /** Something else was opened. */
  drop(): void;
}

export function createBringIn(
  start: Pick<Start, "brought" | "notice" | "origin">,
  host: { readonly rooms: Rooms; readonly drafts: Drafts; say(tone: Notice["tone"], text: string): void },
): BringIn {
  let { brought } = start;
  if (start.notice !== null) {
    host.say("warning", start.notice);
    settle();
  }

  /** Opened again, a draft goes on with what it has by then. */
  function settle(): void {
    if (start.origin.kind !== "draft") return;
    // What cannot be written now is looked at once more the next time, and is in its place already.
    host.drafts.settle(start.origin.id).catch(() => undefined);
  }

  return {
    session(number) {
      const data = number === 1 ? brought?.state.session : undefined;
      return data && createSession({ hash: randomId(), data });
    },
    async seed(program) {
      await brought?.state.seed(host.rooms, brought.room, program);
    },
    arrive(user) {
      if (!brought || !user) return;
      const words = brought.state.fill(user);
      if (words !== null) host.say("info", words);
      brought = null;
      settle();
    },
    drop() {
      brought = null;
    },
  };
}
