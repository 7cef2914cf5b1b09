// One transaction over both graphs of a call: the room's and the session's. A boundary takes both or neither.

import type { Operation } from "../protocol/operation.ts";
import type { CallRequest } from "../protocol/runtime.ts";

/** What a transaction needs of a SharedGraph. */
export interface TransactionGraph {
  /** Gives the names of variables that were assigned while no call ran, and are as they were. */
  begin(mode: "write" | "read" | "beside"): readonly string[];
  collect(): Operation[];
  accept(): void;
  rollback(): void;
  end(): void;
}

export interface Boundary {
  readonly room: Operation[];
  readonly session: Operation[];
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
  /** Undoes everything since the last boundary. */
  undo(): void;
  /** After a boundary or an undo. */
  end(): void;
}

export function beginTransaction(
  graphs: { readonly room: TransactionGraph; readonly session: TransactionGraph },
  grant: CallRequest["grant"],
): Transaction {
  const { room, session } = graphs;
  const strays = room.begin(grant === "none" ? "read" : grant);
  session.begin("write");

  function boundary(): Boundary {
    const operations = { room: room.collect(), session: session.collect() };
    room.accept();
    session.accept();
    return operations;
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
    undo() {
      room.rollback();
      session.rollback();
    },
    end() {
      room.end();
      session.end();
    },
  };
}
