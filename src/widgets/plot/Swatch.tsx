// The mark of a series, as it is drawn in the plot.

import type { JSX } from "solid-js";
import type { Look, Shape } from "./colors.ts";
import type { Mark } from "./plot-options.ts";

const paths: Readonly<Record<Shape, string>> = {
  circle: "M11 6a4 4 0 1 1-8 0a4 4 0 1 1 8 0Z",
  square: "M3.5 2.5h7v7h-7Z",
  triangle: "M7 1.5L11.6 9.6H2.4Z",
  diamond: "M7 1.2L11.8 6L7 10.8L2.2 6Z",
};

export function Swatch(props: { readonly look: Look; readonly mark: Mark }): JSX.Element {
  return (
    <svg class="plot-swatch" viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
      {props.mark === "line" ? (
        <path
          d="M0 6H14"
          fill="none"
          stroke={props.look.color}
          stroke-width="2"
          stroke-dasharray={props.look.dash.join(" ")}
        />
      ) : (
        <path d={paths[props.mark === "bar" ? "square" : props.look.shape]} fill={props.look.color} />
      )}
    </svg>
  );
}
