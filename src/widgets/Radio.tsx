// One of a few choices, all of them in sight. The browser's own radio buttons, so arrow keys go round in them.

import { createUniqueId, For } from "solid-js";
import type { JSX } from "solid-js";
import { choicesOf } from "../spec/choices.ts";
import { descriptionIds, Field, labelId } from "./Field.tsx";
import type { WidgetProps } from "./widget.ts";
import "./picks.css";

export default function Radio(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  return (
    <Field id={id} widget={props} plainLabel>
      <div
        class="picks"
        role="radiogroup"
        aria-labelledby={labelId(id)}
        aria-describedby={descriptionIds(id, props)}
        aria-invalid={props.error !== null}
        aria-readonly={!props.component.interactive}
      >
        <For each={choicesOf(props.component)}>
          {([label, value], index) => (
            <label class="pick">
              <input
                type="radio"
                name={id}
                checked={props.value === value}
                disabled={props.disabled || !props.component.interactive}
                onChange={() => {
                  props.onInput(value);
                  props.onChange(value);
                  props.onEvent("select", { index: index(), value, selected: true });
                }}
              />
              <span>{label}</span>
            </label>
          )}
        </For>
      </div>
    </Field>
  );
}
