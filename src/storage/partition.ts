// Whose state a page in a frame sees. Browsers keep the storage of a framed site apart for each site that frames it; not all
// do, nor within one site. So it is kept apart here as well: a page that frames this one never reaches what a person has
// here by themselves, nor what they have in somebody else's frame.

import { appPath } from "./open-store.ts";

interface Frame extends Pick<Window, "location" | "parent"> {
  readonly self: unknown;
}

/**
 * What the names of everything that is stored and shared begin with; null: nothing can be, since the page that frames this
 * one hides who it is.
 */
export function partitionOf(frame: Frame): string | null {
  const { location, parent } = frame;
  const path = appPath(location.pathname);
  if (parent === frame.self) return path;
  const chain = location.ancestorOrigins === undefined ? ["null"] : Array.from(location.ancestorOrigins);
  if (chain.includes("null")) return null;
  const strangers = new Set(chain.filter((origin) => origin !== location.origin));
  return strangers.size === 0 ? path : `${path}#${[...strangers].sort().join(" ")}`;
}
