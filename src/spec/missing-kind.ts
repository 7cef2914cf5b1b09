// What only the whole runtime has, and was asked for where there is less.

let wasMissed = false;

/** What was asked for is of the kinds that are not there yet: they are to be loaded, and then all of it once more. */
export class MissingKindError extends Error {
  override readonly name = "MissingKindError";
  constructor() {
    super("This needs a part of Interstate that is not loaded. Press Run.");
    wasMissed = true;
  }
}

/** Whether a MissingKindError was ever made, even if somebody caught it. */
export function hasMissedKinds(): boolean {
  return wasMissed;
}
