// Which color and shape is which series.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Swatch } from "./Swatch.tsx";
import type { Look } from "./colors.ts";
import type { PlotData } from "./plot-data.ts";
import type { Mark } from "./plot-options.ts";

/** More nobody tells apart. */
const MOST = 30;

export function Legend(props: {
  readonly title: string;
  readonly data: PlotData;
  readonly looks: readonly Look[];
  readonly mark: Mark;
  /** Names of those to show, or null for all. */
  readonly only: readonly string[] | null;
}): JSX.Element {
  const shown = () =>
    props.data.series
      .map(({ name }, index) => ({ name, look: props.looks[index] }))
      .filter(({ name }) => props.only?.includes(name) ?? true);
  return (
    <ul class="plot-legend" aria-label={props.title}>
      <Show when={props.title}>
        <li class="plot-legend-title" aria-hidden="true">
          {props.title}
        </li>
      </Show>
      <For each={shown().slice(0, MOST)}>
        {({ name, look }) => (
          <li>
            <Show when={look}>{(its) => <Swatch look={its()} mark={props.mark} />}</Show>
            {name || "none"}
          </li>
        )}
      </For>
      <Show when={shown().length > MOST}>
        <li>and {(shown().length - MOST).toLocaleString("en")} more</li>
      </Show>
    </ul>
  );
}
