// Yes or no, with its label beside it.

import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { textProp } from "./component-props.ts";
import { descriptionIds, FieldError } from "./Field.tsx";
import type { WidgetProps } from "./widget.ts";
import "./checkbox.css";

export function Checkbox(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const info = () => textProp(props.component, "info");
  return (
    <div class="field checkbox">
      <div class="checkbox-line">
        <input
          id={id}
          type="checkbox"
          checked={props.value === true}
          disabled={props.disabled || !props.component.interactive}
          aria-invalid={props.error !== null}
          aria-describedby={descriptionIds(id, props)}
          onChange={(event) => {
            props.onInput(event.currentTarget.checked);
            props.onChange(event.currentTarget.checked);
            props.onEvent("select", {
              index: null,
              value: props.component.label,
              selected: event.currentTarget.checked,
            });
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            props.onSubmit();
          }}
        />
        <label for={id}>{props.component.label}</label>
      </div>
      <Show when={info()}>
        <p class="field-info" id={`${id}-info`}>
          {info()}
        </p>
      </Show>
      <FieldError id={id} error={props.error} />
    </div>
  );
}
