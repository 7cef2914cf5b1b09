// Parts of a widget that are seldom there. A Show takes three computations even for what is never seen, and a page may have a
// thousand widgets with several such parts each.

import { type JSX, type Owner, runWithOwner, untrack } from "solid-js";

/**
 * What `make` makes, as a part of the component that has this owner: for an expression that makes it when it is first there
 * and gives the same ever after, `part ??= madeIn(owner, () => <Part />)`. So its elements keep the focus, and what it
 * follows it follows on, whatever else the expression reads.
 */
export function madeIn(owner: Owner | null, make: () => JSX.Element): JSX.Element {
  return runWithOwner(owner, () => untrack(make));
}
