// A plot of a table: lines, bars or points. Without sight of it there are its description, its values by the arrow keys, and
// its data as a table.

import { createEffect, createMemo, createSignal, createUniqueId, lazy, on, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { isTable, type Table } from "../spec/table.ts";
import { numberProp, textProp } from "./component-props.ts";
import { descriptionIds, Field, labelId } from "./Field.tsx";
import { type Chart, type ChartContent, createChart } from "./plot/chart.ts";
import { looksOf } from "./plot/colors.ts";
import { dataTable } from "./plot/data-table.ts";
import { describePlot, missing } from "./plot/describe-plot.ts";
import { type Near, nearTo } from "./plot/near.ts";
import { createPlotKeys } from "./plot/plot-keys.ts";
import { toPlotData } from "./plot/plot-data.ts";
import { readPlotOptions, textsProp } from "./plot/plot-options.ts";
import type { Range } from "./plot/plot-ranges.ts";
import { toStretch } from "./plot/stretch.ts";
import { Legend } from "./plot/Legend.tsx";
import { Tooltip } from "./plot/Tooltip.tsx";
import type { WidgetProps } from "./widget.ts";
import "./plot.css";

const Dataframe = lazy(() => import("./Dataframe.tsx"));

const DEFAULT_HEIGHT = 280;
const noTable: Table = { headers: [], columns: [] };

export default function Plot(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  let frame: HTMLDivElement | undefined;
  let chart: Chart | null = null;
  const [near, setNear] = createSignal<{ readonly near: Near; readonly left: number; readonly top: number } | null>(
    null,
  );
  const [hasData, setHasData] = createSignal(false);
  const [scheme, setScheme] = createSignal(0);
  const table = () => (isTable(props.value) ? props.value : noTable);
  const options = createMemo(() => readPlotOptions(props.component));
  const data = createMemo(() => toPlotData(table(), options()));
  const looks = createMemo(() => looksOf(data(), props.component.props["colorMap"]));
  const text = (name: string) => textProp(props.component, name);
  const height = () => numberProp(props.component, "height") ?? DEFAULT_HEIGHT;
  const isEmpty = () => data().series.every(({ points }) => points.length === 0);
  const content = createMemo<ChartContent>(() => ({
    data: data(),
    options: options(),
    looks: looks(),
    xTitle: text("xTitle") || data().xName,
    yTitle: text("yTitle") || data().yName,
    xLabels: props.component.props["xAxisLabelsVisible"] === true,
    xAngle: numberProp(props.component, "xLabelAngle") ?? 0,
    canSelect: props.listens("select"),
  }));
  /** What the axes are made of. */
  const form = createMemo(() => {
    const { xTitle, yTitle, xLabels, xAngle, canSelect } = content();
    return JSON.stringify([data().xKind, options().mark, xTitle, yTitle, xLabels, xAngle, canSelect, scheme()]);
  });
  const keys = createPlotKeys({
    content,
    chart: () => chart,
    onPoint: setNear,
    onSelect: tellOfSelect,
  });

  onMount(() => {
    if (!frame) return;
    const element = frame;
    createEffect(
      on([form, isEmpty], () => {
        chart?.dispose();
        chart = isEmpty()
          ? null
          : createChart(
              element,
              content(),
              { width: element.clientWidth, height: height() },
              { onSelect: tellOfSelect, onPoint },
            );
        setNear(null);
      }),
    );
    createEffect(on(content, (next) => chart?.show(next), { defer: true }));
    const resize = () => chart?.resize({ width: element.clientWidth, height: height() });
    createEffect(on(height, resize, { defer: true }));
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const onScheme = () => setScheme((count) => count + 1);
    dark.addEventListener("change", onScheme);
    // Whoever shows this page in another one may say which it is to be.
    addEventListener("themechange", onScheme);
    onCleanup(() => {
      observer.disconnect();
      dark.removeEventListener("change", onScheme);
      removeEventListener("themechange", onScheme);
      chart?.dispose();
    });
  });

  function onPoint(at: { readonly left: number; readonly top: number } | null): void {
    const found = at && chart && nearTo(data(), chart, options().mark, at);
    setNear(found && at ? { near: found, ...at } : null);
  }

  function tellOfSelect(stretch: Range): void {
    const value = toStretch(data(), stretch);
    if (value) props.onEvent("select", { index: value, value, selected: true });
  }

  return (
    <Field id={id} widget={props} plainLabel>
      <div class="plot">
        <Show when={text("title")}>
          <p class="plot-title">{text("title")}</p>
        </Show>
        <Show when={props.component.props["showLegend"] !== false && data().series.some(({ name }) => name !== "")}>
          <Legend
            title={text("colorTitle") || options().color}
            data={data()}
            looks={looks()}
            mark={options().mark}
            only={textsProp(props.component.props["colorsInLegend"])}
          />
        </Show>
        <div class="plot-anchor">
          <div
            ref={(element) => (frame = element)}
            id={id}
            class="plot-frame"
            classList={{ empty: isEmpty() }}
            role="img"
            tabIndex={0}
            style={{ "min-height": `${height()}px` }}
            aria-labelledby={labelId(id)}
            aria-describedby={[`${id}-words`, descriptionIds(id, props)].join(" ").trim()}
            onKeyDown={(event) => {
              if (keys.press(event)) event.preventDefault();
            }}
            onBlur={() => setNear(null)}
            onDblClick={() => {
              chart?.mark(null);
              props.onEvent("doubleClick");
            }}
          />
          <Show when={near()}>
            {(at) => (
              <Tooltip
                at={at()}
                area={chart?.area ?? null}
                data={data()}
                looks={looks()}
                table={table()}
                columns={props.component.props["tooltip"]}
              />
            )}
          </Show>
        </div>
        <p class="unseen" id={`${id}-words`}>
          {describePlot(data(), options().mark)}
        </p>
        <p class="unseen" role="status">
          {keys.said()}
        </p>
        <Show when={text("caption")}>
          <p class="plot-caption">{text("caption")}</p>
        </Show>
        <div class="plot-foot">
          <Show when={data().leftOut > 0}>
            <span>{missing(data().leftOut)}.</span>
          </Show>
          <Show when={!isEmpty()}>
            <button type="button" class="plot-action" aria-expanded={hasData()} onClick={() => setHasData(!hasData())}>
              {hasData() ? "Hide data" : "Show data"}
            </button>
          </Show>
        </div>
        <Show when={hasData() && !isEmpty()}>
          <Dataframe {...dataTable(props.component, table())} />
        </Show>
      </div>
    </Field>
  );
}
