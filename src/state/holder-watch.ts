// Finds out whether the tab that holds a room's lock is still alive, and says when to take the lock away from it.
//
// A frozen tab keeps its lock, even one that it was only granted when it was frozen, and everybody else waits. So the
// first in line asks, and a holder answers at once: answering needs no timer, which a tab in the background would get
// late. Silence is counted in questions rather than in time, since a page that was itself asleep has asked nothing
// meanwhile. Only the first in line asks and takes, only where a person looks, and not again for a minute: so three tabs
// never take a lock from one another in turn, and one that hears nobody disturbs the others rarely.
//
// Taking is safe whatever the truth is. The taker raises the room's fence (see Head) before it reads the room, and calls
// commit only under the fence they began under, in the transaction that reads it. A commit of the former holder that
// comes before the fence is an ordinary commit, and the taker reads it; one that comes after is refused.

import type { Channel } from "./channel.ts";

export interface HolderWatchOptions {
  readonly room: string;
  readonly channel: Channel;
  /** This page holds the lock, and is not about to be frozen. */
  isHolding(): boolean;
  isVisible(): boolean;
  /** Takes the lock away from its holder. */
  take(): void;
}

export interface HolderWatch {
  /** To be called every `lookMs` while the page waits: whether it waits for another tab and before all others. */
  look(isFirst: boolean): void;
  dispose(): void;
}

export const lookMs = 250;
const looksPerQuestion = 8;
/** With one question every two seconds, ten seconds of silence. A busy holder answers when it is done. */
const patience = 5;
const restMs = 60_000;

type Word = "ask-holder" | "still-holding";

export function watchHolder({ room, channel, isHolding, isVisible, take }: HolderWatchOptions): HolderWatch {
  let looks = 0;
  let unanswered = 0;
  let resting: ReturnType<typeof setTimeout> | null = null;

  const say = (type: Word): void => channel.post({ type, room });
  const stopListening = channel.listen({
    onMessage(message) {
      if (isWord(message, "still-holding", room)) unanswered = 0;
      else if (isWord(message, "ask-holder", room) && isHolding()) say("still-holding");
    },
    // A lost answer is made good by the next one.
    onLoss: () => undefined,
  });

  return {
    look(isFirst) {
      if (!isFirst || !isVisible()) {
        looks = 0;
        unanswered = 0;
        return;
      }
      looks += 1;
      if (looks % looksPerQuestion !== 0) return;
      if (unanswered < patience) {
        unanswered += 1;
        say("ask-holder");
      } else if (!resting) {
        unanswered = 0;
        resting = setTimeout(() => (resting = null), restMs);
        take();
      }
    },
    dispose() {
      stopListening();
      if (resting) clearTimeout(resting);
    },
  };
}

function isWord(message: unknown, word: Word, room: string): boolean {
  if (typeof message !== "object" || message === null) return false;
  const { type, room: to } = message as Record<string, unknown>;
  return type === word && to === room;
}
