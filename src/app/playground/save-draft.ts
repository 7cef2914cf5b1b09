// Saves a draft as it is typed, and goes on trying where that fails: a full disk may have room again in a while.

import { createSaver, type Saver, type SaveStatus } from "../../drafts/saver.ts";

const firstRetryMs = 1000;
const lastRetryMs = 30_000;

export interface SaveDraftOptions {
  save(text: string): Promise<void>;
  /** Whether what is saved outlives the tab. */
  readonly durable: boolean;
  onStatus(status: SaveStatus): void;
}

export function saveDraft({ save, durable, onStatus }: SaveDraftOptions): Saver {
  let failing = false;
  let retrying = false;
  const saver = createSaver({
    save,
    durable,
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
