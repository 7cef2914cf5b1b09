// Kinds that nothing is seen of: state, and timers.

import type { ComponentKind } from "./app-spec.ts";
import { isKept, type KeptKind } from "./kept-kind.ts";

export type FacelessKind = KeptKind | "timer";

export function isFaceless(kind: ComponentKind): kind is FacelessKind {
  return kind === "timer" || isKept(kind);
}
