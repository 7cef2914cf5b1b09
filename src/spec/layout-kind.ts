// Kinds that hold other components and no value: rows, tabs and the like.

import type { ComponentKind } from "./app-spec.ts";

export type LayoutKind = "accordion" | "column" | "group" | "row" | "sidebar" | "tab" | "tabs";

const kinds: ReadonlySet<ComponentKind> = new Set<LayoutKind>([
  "accordion",
  "column",
  "group",
  "row",
  "sidebar",
  "tab",
  "tabs",
]);

export function isLayout(kind: ComponentKind): kind is LayoutKind {
  return kinds.has(kind);
}
