// Saves a text as somebody types it: the first change at once, further ones together, one write at a time, newest wins.

export type SaveStatus = "saved" | "saving" | "failed" | "memory";

export interface SaverOptions {
  save(text: string): Promise<unknown>;
  /** Whether what is saved outlives the tab. */
  readonly durable: boolean;
  /** Called on each change of the status; with the reason when it is "failed". */
  onStatus(status: SaveStatus, error: Error | null): void;
}

export interface Saver {
  change(text: string): void;
  /** Saves now what is not saved yet, again too after a failure; for leaving the editor or the page. Never rejects. */
  flush(): Promise<void>;
}

const pauseMs = 300;

export function createSaver({ save, durable, onStatus }: SaverOptions): Saver {
  let unsaved: { readonly text: string } | null = null;
  let writing: Promise<void> | null = null;
  /** Runs for a while after each start of writing; changes meanwhile wait for its end. */
  let pause: ReturnType<typeof setTimeout> | null = null;
  let status: SaveStatus = durable ? "saved" : "memory";

  function tell(next: SaveStatus, error: Error | null = null): void {
    if (next === status) return;
    status = next;
    onStatus(next, error);
  }

  async function write(): Promise<void> {
    while (unsaved) {
      const taken: { readonly text: string } = unsaved;
      unsaved = null;
      try {
        await save(taken.text);
      } catch (error) {
        // Kept for the next change or flush, unless there is a newer text by now.
        unsaved ??= taken;
        tell("failed", error instanceof Error ? error : new Error(String(error)));
        return;
      }
      if (!unsaved) tell(durable ? "saved" : "memory");
      else if (pause) return;
    }
  }

  function start(): Promise<void> {
    if (pause) clearTimeout(pause);
    pause = setTimeout(() => {
      pause = null;
      // After a failure trying again by itself would only fail again, several times a second.
      if (unsaved && status !== "failed") void start();
    }, pauseMs);
    writing ??= write().finally(() => (writing = null));
    return writing;
  }

  return {
    change(text) {
      unsaved = { text };
      tell("saving");
      if (!pause) void start();
    },
    async flush() {
      await writing;
      if (unsaved) await start();
    },
  };
}
