// One transaction over the graphs of a call: the room's, the session's, and those of the keys of the browser's state that it
// uses. A boundary takes all of them or none.

import type { Operation } from "../protocol/operation.ts";
import type { CallRequest, KeyOperations } from "../protocol/runtime.ts";

/** What a transaction needs of a SharedGraph. */
export interface TransactionGraph {
  /** Gives the names of variables that were assigned while no call ran, and are as they were. */
  begin(mode: "write" | "read" | "beside"): readonly string[];
  collect(): Operation[];
  accept(): void;
  rollback(): void;
  /** Returns what takes back everything from here on, until the next boundary. */
  savepoint(): () => void;
  end(): void;
}

export interface TransactionGraphs {
  readonly room: TransactionGraph;
  readonly session: TransactionGraph;
  readonly browser: readonly (readonly [key: string, TransactionGraph])[];
}

export interface Boundary {
  readonly room: Operation[];
  readonly session: Operation[];
  readonly browser: KeyOperations[];
}

export interface Transaction {
  /** Variables of the room that were assigned while no call ran: such a write does not count. */
  readonly strays: readonly string[];
  /** Everything since the last boundary, as operations; throws, and changes nothing, if something of it is no data. */
  boundary(): Boundary;
  /**
   * For a call that runs beside others: brings the room up to date, lets `change` write to it, and takes the boundary. If
   * any of that throws, the room is as it was committed. What the call did to the session stays for the next boundary.
   */
  write(update: () => void, change: () => void): Boundary;
  /**
   * For a call that has the room to itself: a boundary with what `change` does. If that, or the boundary, throws, the room is
   * as it was before, with what the call had done to it by then. What it did to the session stays for the next boundary.
   */
  step(change: () => void): Boundary;
  /** Undoes everything since the last boundary. */
  undo(): void;
  /** After a boundary or an undo. */
  end(): void;
}

export function beginTransaction(
  { room, session, browser }: TransactionGraphs,
  grant: CallRequest["grant"],
): Transaction {
  const strays = room.begin(grant === "none" ? "read" : grant);
  // What only this call may change.
  const own = [session, ...browser.map(([, graph]) => graph)];
  for (const graph of own) graph.begin("write");

  function boundary(): Boundary {
    const operations = {
      room: room.collect(),
      session: session.collect(),
      browser: browser.map(([key, graph]): KeyOperations => [key, graph.collect()]),
    };
    room.accept();
    for (const graph of own) graph.accept();
    return { ...operations, browser: operations.browser.filter(([, changes]) => changes.length > 0) };
  }

  return {
    strays,
    boundary,
    write(update, change) {
      // Throws for what was assigned outside, which the update would undo without a word.
      room.collect();
      room.end();
      update();
      room.begin("write");
      try {
        change();
        return boundary();
      } finally {
        room.end();
        room.begin("beside");
      }
    },
    step(change) {
      const takeBack = room.savepoint();
      try {
        change();
        return boundary();
      } catch (error) {
        takeBack();
        throw error;
      }
    },
    undo() {
      room.rollback();
      for (const graph of own) graph.rollback();
    },
    end() {
      room.end();
      for (const graph of own) graph.end();
    },
  };
}

export function isEmpty({ room, session, browser }: Boundary): boolean {
  return room.length === 0 && session.length === 0 && browser.length === 0;
}
