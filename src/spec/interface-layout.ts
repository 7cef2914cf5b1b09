// Where the parts of a gr.Interface stand: inputs beside outputs with the buttons below them, or in one column where there
// is only one side; then the examples.

import type { AppBuilder } from "./app-builder.ts";
import type { LayoutNode } from "./app-spec.ts";
import type { InterfaceDeclaration } from "./interface-declaration.ts";
import type { AddedExamples } from "./interface-examples.ts";

/** Ids of its components; null for what it does not have. */
export interface InterfaceParts {
  /** All of them by position, State and the like included. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** Those that have a face, each once. */
  readonly main: readonly number[];
  readonly additional: readonly number[];
  readonly shown: readonly number[];
  readonly clear: number | null;
  readonly submit: number | null;
  readonly stop: number | null;
  readonly flags: readonly number[];
  readonly examples: AddedExamples | null;
}

export function layOutInterface(
  builder: AppBuilder,
  { additional: { label, open } }: InterfaceDeclaration,
  parts: InterfaceParts,
): LayoutNode {
  const block = (kind: "row" | "column", children: readonly LayoutNode[]) =>
    children.length === 0 ? [] : [builder.addBlock(kind, children)];
  const more = places(parts.additional);
  const accordion = more.length === 0 ? [] : [builder.addBlock("accordion", more, { label, open })];
  const fields = [...places(parts.main), ...accordion];
  const buttons = block("row", places([parts.clear, parts.submit, parts.stop]));
  const outputs = places(parts.shown.filter((id) => !parts.main.includes(id) && !parts.additional.includes(id)));
  const flags = block("row", places(parts.flags));
  // With nothing to fill in, what is shown comes first; with the same components on both sides there is but one.
  const isOneColumn = fields.length === 0 || outputs.length === 0;
  const columns = isOneColumn
    ? block("column", [...fields, ...outputs, ...buttons, ...flags])
    : [...block("column", [...fields, ...buttons]), ...block("column", [...outputs, ...flags])];
  const body = builder.addBlock("row", columns);
  return parts.examples === null ? body : builder.addBlock("column", [body, ...places([parts.examples.dataset])]);
}

function places(ids: readonly (number | null)[]): LayoutNode[] {
  return ids.flatMap((component) => (component === null ? [] : [{ kind: "component", component }]));
}
