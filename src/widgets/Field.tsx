// What every field has around its control: the label above, help, and below it the error, in space that is kept for it.

import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { textProp } from "./component-props.ts";
import type { WidgetProps } from "./widget.ts";

export function Field(props: {
  readonly id: string;
  readonly widget: WidgetProps;
  /** For a control that no label element can name: the label is plain text, and the control refers to it. */
  readonly plainLabel?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const info = () => textProp(props.widget.component, "info");
  // A widget has the one or the other, for good.
  const label = props.plainLabel ? (
    <span class="field-label" id={labelId(props.id)}>
      {props.widget.component.label}
    </span>
  ) : (
    <label class="field-label" for={props.id} id={labelId(props.id)}>
      {props.widget.component.label}
    </label>
  );
  return (
    <div class="field" classList={{ failed: props.widget.error !== null }}>
      {label}
      <Show when={info()}>
        <p class="field-info" id={infoId(props.id)}>
          {info()}
        </p>
      </Show>
      {props.children}
      <FieldError id={props.id} error={props.widget.error} />
    </div>
  );
}

export function FieldError(props: { readonly id: string; readonly error: string | null }): JSX.Element {
  return (
    <Show when={props.error}>
      <p class="field-error" role="alert" id={errorId(props.id)}>
        {props.error}
      </p>
    </Show>
  );
}

export function labelId(id: string): string {
  return `${id}-label`;
}

/** For aria-describedby: the help and the error, as far as there are any. */
export function descriptionIds(id: string, widget: WidgetProps): string | undefined {
  const ids: string[] = [];
  if (textProp(widget.component, "info")) ids.push(infoId(id));
  if (widget.error !== null) ids.push(errorId(id));
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function infoId(id: string): string {
  return `${id}-info`;
}

function errorId(id: string): string {
  return `${id}-error`;
}
