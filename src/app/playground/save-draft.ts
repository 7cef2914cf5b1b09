// Saves a draft as it is typed, and goes on trying where that fails: a full disk may have room again in a while.

import type { Drafts } from "../../drafts/drafts.ts";
import { createSaver, type Saver, type SaveStatus } from "../../drafts/saver.ts";

const firstRetryMs = 1000;
const lastRetryMs = 30_000;

export interface SaveDraftOptions {
  readonly drafts: Drafts;
  readonly id: string;
  readonly title: string;
  /** What it began as. */
  readonly from: string;
  onStatus(status: SaveStatus): void;
}

export function saveDraft({ drafts, id, title, from, onStatus }: SaveDraftOptions): Saver {
  let failing = false;
  let retrying = false;
  const saver = createSaver({
    save: (text) => drafts.save(id, { title, source: text, from }),
    durable: drafts.durable,
    onStatus(status) {
      failing = status === "failed";
      onStatus(status);
      if (failing && !retrying) retryIn(firstRetryMs);
    },
  });

  function retryIn(waitMs: number): void {
    retrying = true;
    const again = async () => {
      await saver.flush();
      retrying = failing;
      if (failing) retryIn(Math.min(2 * waitMs, lastRetryMs));
    };
    setTimeout(() => void again(), waitMs);
  }

  return saver;
}
