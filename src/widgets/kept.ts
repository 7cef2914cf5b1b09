// Parts of a widget that are seldom there. A Show takes three computations even for what is never seen, and a page may have a
// thousand widgets with several such parts each: this takes none, and where it stands takes one.

import { getOwner, type JSX, runWithOwner, untrack } from "solid-js";

/**
 * What `make` makes, made when it is first asked for and then the same whenever it is: its elements keep the focus, and
 * what it follows it follows on, as a part of the component that this is called in.
 */
export function kept(make: () => JSX.Element): () => JSX.Element {
  const owner = getOwner();
  let made: JSX.Element;
  return () => (made ??= runWithOwner(owner, () => untrack(make)));
}
