// How many of a worker's yields, and how large, have come in without its having been told that it may go on. One of ours
// waits when there are too many; what comes beyond that is sent by code that does not wait.

import { maxBytesOnTheirWay, maxYieldsOnTheirWay, messageLimits } from "../protocol/message-size.ts";

export interface CreditLedger {
  /** A yield came in. False if no worker of ours would have sent it yet. */
  receive(bytes: number): boolean;
  /** The page has taken a yield in: the worker is told soon, of all of them at once. */
  credit(callId: string, seq: number): void;
  end(): void;
}

/** The yield that filled the window, and what a generator says at last, when it was stopped and waits no longer. */
const uncounted = 2;

/** `tell` sends the credit: in a task of its own, since until then more than the window does not fit the rules. */
export function createCreditLedger(tell: (callId: string, seq: number) => void): CreditLedger {
  const turn = new MessageChannel();
  let [yields, bytes] = [0, 0];
  let due: { readonly callId: string; readonly seq: number } | null = null;

  turn.port2.onmessage = () => {
    [yields, bytes] = [0, 0];
    if (due) tell(due.callId, due.seq);
    due = null;
  };

  return {
    receive(size) {
      yields += 1;
      bytes += size;
      return yields <= maxYieldsOnTheirWay + uncounted && bytes <= maxBytesOnTheirWay + uncounted * messageLimits.bytes;
    },
    credit(callId, seq) {
      if (!due) turn.port1.postMessage(null);
      due = { callId, seq };
    },
    end() {
      turn.port1.close();
    },
  };
}
