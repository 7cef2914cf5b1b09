// The line beside a pane that can be resized.

import type { JSX } from "solid-js";
import { type Panels, type Shares, usualShares } from "./panels.ts";
import { Splitter } from "./Splitter.tsx";

const lines = {
  code: { name: "Resize code and app", orientation: "vertical", sized: "before" },
  console: { name: "Resize console", orientation: "horizontal", sized: "after" },
  state: { name: "Resize state", orientation: "horizontal", sized: "after" },
} as const;

export function PaneSplitter(props: { readonly panels: Panels; readonly pane: keyof Shares }): JSX.Element {
  return (
    <Splitter
      {...lines[props.pane]}
      share={props.panels.shares()[props.pane]}
      usual={usualShares[props.pane]}
      onMove={(share) => props.panels.setShare(props.pane, share)}
    />
  );
}
