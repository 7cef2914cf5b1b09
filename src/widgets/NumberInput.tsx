// The field in which a number is typed: a text field underneath, since a browser's number field drops what it cannot read
// and turns on the wheel. The arrow keys change it by steps.

import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { numberProp, textProp } from "./component-props.ts";
import { descriptionIds } from "./Field.tsx";
import { formatNumber, parseNumber, roundTo } from "./number-text.ts";
import type { WidgetProps } from "./widget.ts";

export function NumberInput(props: {
  readonly id: string;
  readonly widget: WidgetProps;
  /** By how much it goes up and down. */
  readonly step: number;
  /** For one that no label element names. */
  readonly name?: string;
}): JSX.Element {
  const component = () => props.widget.component;
  const value = () => props.widget.value;
  // What was typed stays as typed ("1.", "2,50") for as long as it stands for the value.
  const [typed, setTyped] = createSignal<{ readonly text: string; readonly value: unknown } | null>(null);
  const text = () => {
    const draft = typed();
    return draft && Object.is(draft.value, value()) ? draft.text : formatNumber(value());
  };
  const minimum = () => numberProp(component(), "min");
  const maximum = () => numberProp(component(), "max");
  const read = (input: string) => {
    const number = parseNumber(input);
    setTyped({ text: input, value: number });
    props.widget.onInput(number);
  };
  const settle = () => {
    const now = value();
    setTyped(null);
    props.widget.onChange(typeof now === "number" ? roundTo(now, numberProp(component(), "precision")) : now);
  };
  const step = (direction: 1 | -1) => {
    const now = value();
    const from = typeof now === "number" ? now : 0;
    // Twelve places hide what binary fractions add: 0.1 + 0.2.
    const to = roundTo(from + direction * props.step, numberProp(component(), "precision") ?? 12);
    props.widget.onChange(Math.max(minimum() ?? -Infinity, Math.min(maximum() ?? Infinity, to)));
  };
  return (
    <input
      class="control number"
      id={props.id}
      type="text"
      inputmode="decimal"
      role="spinbutton"
      autocomplete="off"
      value={text()}
      readOnly={!component().interactive}
      disabled={props.widget.disabled}
      placeholder={textProp(component(), "placeholder")}
      aria-label={props.name}
      aria-valuenow={ariaNumber(value())}
      aria-valuemin={ariaNumber(minimum())}
      aria-valuemax={ariaNumber(maximum())}
      aria-invalid={props.widget.error !== null}
      aria-describedby={props.name === undefined ? descriptionIds(props.id, props.widget) : undefined}
      onInput={(event) => read(event.currentTarget.value)}
      onChange={settle}
      onFocus={() => props.widget.onEvent("focus")}
      onBlur={() => props.widget.onEvent("blur")}
      onKeyDown={(event) => {
        if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "Enter") {
          event.preventDefault();
          settle();
          props.widget.onSubmit();
        } else if (component().interactive && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
          event.preventDefault();
          step(event.key === "ArrowUp" ? 1 : -1);
        }
      }}
    />
  );
}

/** ARIA knows no exponents; the text of the field says those. */
function ariaNumber(value: unknown): number | undefined {
  return typeof value === "number" && !String(value).includes("e") ? value : undefined;
}
