// Why a room could not do what it was asked, in words a person understands.

/**
 * conflict: somebody else changed the room where only this call was allowed to. not-stored: the change was undone.
 * unknown-outcome: it may or may not be stored; the room will find out. damaged: what is stored does not fit together.
 * reset: the room began anew meanwhile. deleted: what was stored is gone. outdated: another tab runs a newer version of this app, and shares nothing with this.
 * closed: the room is not open any more.
 */
export type RoomErrorKind =
  "conflict" | "reset" | "not-stored" | "unknown-outcome" | "damaged" | "deleted" | "outdated" | "closed";

export class RoomError extends Error {
  override readonly name = "RoomError";
  readonly kind: RoomErrorKind;

  constructor(kind: RoomErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
