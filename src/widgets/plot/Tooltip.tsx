// What is said at the pointer. The keyboard has it in words; here it is for the eye.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Table } from "../../spec/table.ts";
import { cellText } from "../dataframe/cell-text.ts";
import type { Chart } from "./chart.ts";
import type { Look } from "./colors.ts";
import type { Near } from "./near.ts";
import { pointText } from "./point-text.ts";
import type { PlotData } from "./plot-data.ts";
import { textsProp } from "./plot-options.ts";

const MOST_COLUMNS = 20;

interface TooltipProps {
  readonly at: { readonly near: Near; readonly left: number; readonly top: number };
  readonly area: Chart["area"] | null;
  readonly data: PlotData;
  readonly looks: readonly Look[];
  readonly table: Table;
  /** As in the component's tooltip. */
  readonly columns: unknown;
}

export function Tooltip(props: TooltipProps): JSX.Element {
  const isRight = () => props.at.left > (props.area?.width ?? 0) / 2;
  const more = () => {
    const row = props.at.near.found[0]?.point.row;
    const { headers, columns } = props.table;
    const wanted = props.columns === "all" ? headers : (textsProp(props.columns) ?? []);
    if (row === undefined) return [];
    return wanted
      .filter((name) => name !== props.data.xName && name !== props.data.yName)
      .slice(0, MOST_COLUMNS)
      .map((name) => `${name}: ${cellText(columns[headers.indexOf(name)]?.[row])}`);
  };
  return (
    <Show when={props.columns !== "none" && props.area}>
      {(area) => (
        <div
          class="plot-tooltip"
          classList={{ right: isRight() }}
          aria-hidden="true"
          style={{ left: `${area().left + props.at.left}px`, top: `${area().top + props.at.top}px` }}
        >
          <For each={pointText(props.data, props.at.near)}>
            {(line, index) => (
              <span>
                <Show when={props.looks[props.at.near.found[index() - 1]?.series ?? -1]}>
                  {(look) => <i style={{ background: look().color }} />}
                </Show>
                {line}
              </span>
            )}
          </For>
          <For each={more()}>{(line) => <span>{line}</span>}</For>
        </div>
      )}
    </Show>
  );
}
