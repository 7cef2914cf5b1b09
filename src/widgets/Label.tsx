// What something was taken for: the surest class large, and below it a bar for each.

import { createUniqueId, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { isLabelData } from "../spec/components/label.ts";
import { numberProp, textProp } from "./component-props.ts";
import { Field, labelId } from "./Field.tsx";
import "./label.css";
import type { WidgetProps } from "./widget.ts";

export default function Label(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const data = () => (isLabelData(props.value) ? props.value : null);
  const rows = () => data()?.confidences?.slice(0, numberProp(props.component, "numTopClasses") ?? undefined) ?? [];
  const colour = () => textProp(props.component, "color") || undefined;
  const heading = () =>
    rows().length === 0 || props.component.props["showHeading"] !== false ? data()?.label : undefined;
  return (
    <Field id={id} widget={props} plainLabel>
      <div class="control output label" id={id} role="group" aria-labelledby={labelId(id)}>
        <Show when={heading()} fallback={data() ? null : <Nothing />}>
          <p class="label-heading" style={{ color: colour() }}>
            {heading()}
          </p>
        </Show>
        <Show when={rows().length > 0}>
          <ul class="label-rows">
            <For each={rows()}>
              {(row, index) => (
                <li>
                  <Show when={props.listens("select")} fallback={<Row {...row} />}>
                    <button
                      type="button"
                      class="label-row"
                      onClick={() => props.onEvent("select", { index: index(), value: row.label, selected: true })}
                    >
                      <Row {...row} />
                    </button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </Field>
  );
}

function Row(props: { readonly label: string; readonly confidence: number }): JSX.Element {
  const share = () => Math.max(0, Math.min(1, props.confidence));
  return (
    <>
      <span class="label-name">{props.label}</span>
      <span class="label-share">{Math.round(props.confidence * 100)}%</span>
      <span class="label-bar" style={{ "--share": share() }} aria-hidden="true" />
    </>
  );
}

/** Keeps the room of what is to come. */
function Nothing(): JSX.Element {
  return <p class="label-heading empty" aria-hidden="true" />;
}
