// Messages for a frame that is still loading: they wait, and then go in the order in which they were sent, so that a
// worker that was ended before the frame could start it is started and ended there.

export interface Mailbox {
  send(message: unknown, ports?: readonly MessagePort[]): void;
  /** From now on messages are delivered at once; those that waited go first. */
  open(): void;
}

export function createMailbox(deliver: (message: unknown, ports: readonly MessagePort[]) => void): Mailbox {
  let waiting: (() => void)[] | null = [];
  return {
    send(message, ports = []) {
      if (waiting) waiting.push(() => deliver(message, ports));
      else deliver(message, ports);
    },
    open() {
      const kept = waiting ?? [];
      waiting = null;
      for (const each of kept) each();
    },
  };
}
