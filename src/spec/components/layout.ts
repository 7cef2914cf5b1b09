// What holds other components: it has options and events as they have, and no value.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import type { EventName } from "../event-name.ts";
import type { LayoutKind } from "../layout-kind.ts";
import { choice, flag, parameter, wholeNumber, type Parameter } from "../parameter.ts";

const variant = choice("default", "panel", "compact");
/** Pixels, or a CSS length as text; null: as it comes. */
const height = parameter(null, 'a number of pixels or a text such as "50vh"', (value) => {
  if (typeof value === "number") return value >= 0 && value <= 10_000;
  return value === null || (typeof value === "string" && /^\d{1,5}(\.\d+)?(px|%|r?em|v[hw])$/.test(value));
});
/** Names a tab in its tabs. */
const tabId = parameter(null, "a text or a number", isTabId);

export const row = layout("row", "Row", {
  variant,
  equalHeight: flag(false),
  height,
  maxHeight: height,
  minHeight: height,
});
export const column = layout("column", "Column", { variant });
export const group = layout("group", "Group", {});
export const accordion = layout("accordion", "Accordion", { open: flag(true) }, ["expand", "collapse"]);
export const sidebar = layout(
  "sidebar",
  "Sidebar",
  { open: flag(true), width: wholeNumber(320, 40, 2000), position: choice("left", "right") },
  ["expand", "collapse"],
);
export const tabs = layout("tabs", "Tabs", { selected: tabId }, ["change", "select"]);
export const tab = layout("tab", "Tab", { id: tabId }, ["select"]);

function layout(
  kind: LayoutKind,
  name: string,
  parameters: Readonly<Record<string, Parameter>>,
  events: readonly EventName[] = [],
): KindDefinition {
  return {
    kind,
    name,
    shortcuts: [],
    first: "label",
    events,
    parameters,
    renamed: { equal_height: "equalHeight", max_height: "maxHeight", min_height: "minHeight" },
    value: { default: null, read: () => null },
    checkInput: () => null,
    preprocess: () => ok(null),
    postprocess: () => err(`is a ${name}, which has no value: return gr.update({ … }) or gr.skip() for it`),
    isOutput: () => false,
  };
}

function isTabId(value: unknown): boolean {
  return value === null || Number.isFinite(value) || (typeof value === "string" && value.length <= 200);
}
