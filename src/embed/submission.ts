// A call under way, as what a `for await` runs over.

import type { CallEvent, ClientEvent } from "../protocol/embedding.ts";

export interface Submission extends AsyncIterable<CallEvent> {
  /** Stops the call. What it had done since its last yield is undone. */
  cancel(): void;
}

/** The side that is told what comes of the call. */
export class Submitting {
  readonly goesOn = false;
  readonly submission: Submission;
  readonly #endpoint: string;
  readonly #events: CallEvent[] = [];
  #isOver = false;
  #saidError = false;
  #wake: () => void = () => undefined;

  constructor(endpoint: string, cancel: () => void) {
    this.#endpoint = endpoint;
    // Whoever leaves the loop before its end wants no more of the call.
    this.submission = { cancel, [Symbol.asyncIterator]: () => this.#iterate(cancel) };
  }

  readonly onEvent = (event: ClientEvent): void => {
    if (event.type !== "value") this.#push(event);
  };

  readonly resolve = (): void => {
    this.#isOver = true;
    this.#wake();
  };

  /** As an event, as Gradio does it: a loop does not throw. */
  readonly reject = ({ message }: Error): void => {
    if (!this.#saidError) {
      const queue = { position: null, size: null, cancelled: false };
      this.#push({ type: "status", endpoint: this.#endpoint, stage: "error", timeMs: Date.now(), message, ...queue });
    }
    this.resolve();
  };

  #push(event: CallEvent): void {
    if (event.type === "status" && event.stage === "error") this.#saidError = true;
    this.#events.push(event);
    this.#wake();
  }

  async *#iterate(cancel: () => void): AsyncGenerator<CallEvent, void> {
    try {
      for (;;) {
        const event = this.#events.shift();
        if (event) yield event;
        else if (this.#isOver) return;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      if (!this.#isOver) cancel();
    }
  }
}
