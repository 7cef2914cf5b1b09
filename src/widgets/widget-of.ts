// The widget of whatever kind, for a widget that draws others: the table has that one in it, so this comes when it is needed.

import type { ComponentKind } from "../spec/app-spec.ts";
import { widgets } from "./registry.ts";
import type { Widget } from "./widget.ts";

export function widgetOf(kind: ComponentKind): Widget | null {
  const table: Readonly<Partial<Record<ComponentKind, Widget>>> = widgets;
  return table[kind] ?? null;
}
