// What a `gr.render` made: more of an app, to stand in one of its components.

import type { ComponentSpec, EventSpec, LayoutNode } from "./app-spec.ts";

export interface RenderedSpec {
  /** The component that holds it. */
  readonly container: number;
  /** Their ids go on from a number that the page gave. */
  readonly components: readonly ComponentSpec[];
  /** Their numbers, too. */
  readonly events: readonly EventSpec[];
  readonly children: readonly LayoutNode[];
  /** State among the components: where each stands in the session's variable for what is rendered. */
  readonly states: readonly (readonly [component: number, entry: string])[];
}
