// Text with marked parts. As an input, a person marks parts of it.

import { createUniqueId, For, lazy, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import { isPieces } from "../spec/components/highlighted-text.ts";
import { flagProp } from "./component-props.ts";
import { Field, labelId } from "./Field.tsx";
import { categoriesOf, colourOf, marksOf } from "./highlighted-text/marks.ts";
import "./highlighted-text/highlighted-text.css";
import type { WidgetProps } from "./widget.ts";

const MarkEditor = lazy(() => import("./highlighted-text/MarkEditor.tsx"));

export default function HighlightedText(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const pieces = () => (isPieces(props.value) ? props.value : []);
  const categories = () => categoriesOf(pieces());
  const hasScores = () => pieces().some(([, category]) => typeof category === "number");
  const colour = (category: string | number | null) =>
    colourOf(category, categories(), props.component.props["colorMap"]);
  return (
    <Field id={id} widget={props} plainLabel>
      <Show when={flagProp(props.component, "showLegend")}>
        <Show when={hasScores()}>
          <div class="score-legend" aria-hidden="true">
            <span>−1</span>
            <span>0</span>
            <span>+1</span>
          </div>
        </Show>
        <Show when={categories().length > 0}>
          <ul class="legend" aria-label="Categories">
            <For each={categories()}>{(category) => <li style={{ "--mark": colour(category) }}>{category}</li>}</For>
          </ul>
        </Show>
      </Show>
      <Show
        when={props.component.interactive}
        fallback={
          <div
            class="control output marked"
            id={id}
            role="group"
            tabIndex={0}
            aria-labelledby={labelId(id)}
            dir={flagProp(props.component, "rtl") ? "rtl" : undefined}
          >
            <For each={marksOf(pieces())}>
              {({ text, category }, index) => (
                <Show when={category !== null} fallback={text}>
                  <mark style={{ "--mark": colour(category) }} title={String(category)}>
                    <Show when={props.listens("select")} fallback={text}>
                      <button
                        type="button"
                        onClick={() =>
                          props.onEvent("select", { index: index(), value: [text, category], selected: true })
                        }
                      >
                        {text}
                      </button>
                    </Show>
                    <Show when={typeof category === "number"}>
                      <span class="unseen"> ({category})</span>
                    </Show>
                    <Show when={isNamed(props, category)}>
                      <span class="category">{category}</span>
                    </Show>
                  </mark>
                </Show>
              )}
            </For>
          </div>
        }
      >
        <Suspense>
          <MarkEditor id={id} widget={props} pieces={pieces()} colour={colour} />
        </Suspense>
      </Show>
    </Field>
  );
}

/** Whether a category stands beside its text, and not in the legend alone. */
function isNamed({ component }: WidgetProps, category: string | number | null): boolean {
  return (
    typeof category === "string" && !flagProp(component, "showLegend") && flagProp(component, "showInlineCategory")
  );
}
