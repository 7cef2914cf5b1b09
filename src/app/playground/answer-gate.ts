// Lets what the calls of one worker did go into one transaction: those that were sent to it together are answered within a
// fraction of the time that a transaction takes, so the first waits for the others before it is committed.

export interface AnswerGate {
  /** The worker was asked for this. */
  asked(answer: Promise<unknown>): void;
  /** Resolves, in the order of asking, when all has been answered, or when that takes longer than it could save. */
  open(): Promise<void>;
}

/** About what a transaction takes. */
const maxWaitMs = 4;

export function createAnswerGate(): AnswerGate {
  let unanswered = 0;
  let waiting: { readonly opened: Promise<void>; readonly open: () => void } | null = null;
  /** Nobody overtakes who asked before. */
  let last = Promise.resolve();

  function wait(): Promise<void> {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      const timer = setTimeout(() => open(), maxWaitMs);
      open = () => {
        clearTimeout(timer);
        waiting = null;
        resolve();
      };
    });
    waiting = { opened, open };
    return opened;
  }

  return {
    asked(answer) {
      unanswered += 1;
      const end = (): void => {
        unanswered -= 1;
        if (unanswered === 0) waiting?.open();
      };
      answer.then(end, end);
    },
    open() {
      last = last.then(() => (unanswered > 0 ? (waiting?.opened ?? wait()) : undefined));
      return last;
    },
  };
}
