// Kinds that hold state and have no face: their values are kept in graphs of their own and never stand in the app.

import type { ComponentKind } from "./app-spec.ts";

export type KeptKind = "state" | "browserstate";

export function isKept(kind: ComponentKind): kind is KeptKind {
  return kind === "state" || kind === "browserstate";
}
