// One transaction over both graphs of a call: the room's and the session's. A boundary takes both or neither.

import type { Operation } from "../protocol/operation.ts";

/** What a transaction needs of a SharedGraph. */
export interface TransactionGraph {
  /** Gives the names of variables that were assigned while no call ran, and are as they were. */
  begin(mode: "write" | "read"): readonly string[];
  collect(): Operation[];
  accept(): void;
  rollback(): void;
  end(): void;
}

export interface Transaction {
  /** Variables of the room that were assigned while no call ran: such a write does not count. */
  readonly strays: readonly string[];
  /** Everything since the last boundary, as operations; throws, and changes nothing, if something of it is no data. */
  boundary(): { readonly room: Operation[]; readonly session: Operation[] };
  /** Undoes everything since the last boundary. */
  undo(): void;
  /** After a boundary or an undo. */
  end(): void;
}

export function beginTransaction(
  graphs: { readonly room: TransactionGraph; readonly session: TransactionGraph },
  grant: "write" | "none",
): Transaction {
  const { room, session } = graphs;
  const strays = room.begin(grant === "write" ? "write" : "read");
  session.begin("write");
  return {
    strays,
    boundary() {
      const operations = { room: room.collect(), session: session.collect() };
      room.accept();
      session.accept();
      return operations;
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
