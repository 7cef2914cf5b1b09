// A number. A text field underneath, since a browser's number field drops what it cannot read and turns on the wheel;
// steps with the arrow keys.

import { createSignal, createUniqueId } from "solid-js";
import type { JSX } from "solid-js";
import { numberProp, textProp } from "./component-props.ts";
import { descriptionIds, Field } from "./Field.tsx";
import { formatNumber, parseNumber, roundTo } from "./number-text.ts";
import type { WidgetProps } from "./widget.ts";

export function NumberBox(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  // What was typed stays as typed ("1.", "2,50") for as long as it stands for the value.
  const [typed, setTyped] = createSignal<{ readonly text: string; readonly value: unknown } | null>(null);
  const text = () => {
    const draft = typed();
    return draft && Object.is(draft.value, props.value) ? draft.text : formatNumber(props.value);
  };
  const minimum = () => numberProp(props.component, "min");
  const maximum = () => numberProp(props.component, "max");
  const read = (input: string) => {
    const value = parseNumber(input);
    setTyped({ text: input, value });
    props.onInput(value);
  };
  const settle = () => {
    const value =
      typeof props.value === "number" ? roundTo(props.value, numberProp(props.component, "precision")) : props.value;
    setTyped(null);
    props.onChange(value);
  };
  const step = (direction: 1 | -1) => {
    const from = typeof props.value === "number" ? props.value : 0;
    const size = numberProp(props.component, "step") ?? 1;
    // Twelve places hide what binary fractions add: 0.1 + 0.2.
    const to = roundTo(from + direction * size, numberProp(props.component, "precision") ?? 12);
    props.onChange(Math.max(minimum() ?? -Infinity, Math.min(maximum() ?? Infinity, to)));
  };
  return (
    <Field id={id} widget={props}>
      <input
        class="control number"
        id={id}
        type="text"
        inputmode="decimal"
        role="spinbutton"
        autocomplete="off"
        value={text()}
        readOnly={!props.component.interactive}
        disabled={props.disabled}
        placeholder={textProp(props.component, "placeholder")}
        aria-valuenow={ariaNumber(props.value)}
        aria-valuemin={ariaNumber(minimum())}
        aria-valuemax={ariaNumber(maximum())}
        aria-invalid={props.error !== null}
        aria-describedby={descriptionIds(id, props)}
        onInput={(event) => read(event.currentTarget.value)}
        onChange={settle}
        onKeyDown={(event) => {
          if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.key === "Enter") {
            event.preventDefault();
            settle();
            props.onSubmit();
          } else if (props.component.interactive && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
            event.preventDefault();
            step(event.key === "ArrowUp" ? 1 : -1);
          }
        }}
      />
    </Field>
  );
}

/** ARIA knows no exponents; the text of the field says those. */
function ariaNumber(value: unknown): number | undefined {
  return typeof value === "number" && !String(value).includes("e") ? value : undefined;
}
