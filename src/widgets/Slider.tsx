// A number within bounds: the browser's own range, and beside it the number to be typed.

import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { numberProp } from "./component-props.ts";
import { descriptionIds, Field } from "./Field.tsx";
import { ResetIcon } from "./Icon.tsx";
import { NumberInput } from "./NumberInput.tsx";
import { roundTo } from "./number-text.ts";
import { override } from "./override.ts";
import { usualStep } from "./usual-step.ts";
import type { WidgetProps } from "./widget.ts";
import "./slider.css";

export default function Slider(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const minimum = () => numberProp(props.component, "min") ?? 0;
  const maximum = () => numberProp(props.component, "max") ?? 100;
  const step = () => numberProp(props.component, "step") ?? usualStep(minimum(), maximum());
  /** What was typed and is none stands in the field alone. */
  const place = () =>
    Math.min(maximum(), Math.max(minimum(), typeof props.value === "number" ? props.value : minimum()));
  const read = (range: HTMLInputElement) => roundTo(range.valueAsNumber, numberProp(props.component, "precision"));
  const isFixed = () => props.disabled || !props.component.interactive;
  const settle = (value: unknown) => {
    props.onChange(value);
    props.onEvent("release", value);
  };
  /** Whether something was typed since the last release: leaving the field after Enter is no second one. */
  let typed = false;
  const beside = override(props, {
    onInput(value: unknown) {
      typed = true;
      props.onInput(value);
    },
    onChange(value: unknown) {
      const isReleased = typed || !Object.is(value, props.value);
      typed = false;
      if (isReleased) settle(value);
      else props.onChange(value);
    },
  });
  return (
    <Field id={id} widget={props}>
      <div class="slider">
        <input
          id={id}
          type="range"
          style={{ "--at": (place() - minimum()) / (maximum() - minimum()) }}
          min={minimum()}
          max={maximum()}
          step={step()}
          // After its bounds: the browser fits it into those that it has.
          value={place()}
          disabled={isFixed()}
          aria-invalid={props.error !== null}
          aria-describedby={descriptionIds(id, props)}
          onInput={(event) => props.onInput(read(event.currentTarget))}
          onChange={(event) => settle(read(event.currentTarget))}
        />
        <NumberInput id={`${id}-number`} widget={beside} step={step()} name={`Number for ${props.component.label}`} />
        <Show when={props.component.props["showReset"] === true && props.component.interactive}>
          <button
            type="button"
            class="icon-button"
            aria-label={`Reset ${props.component.label}`}
            title="Reset"
            disabled={isFixed() || props.value === props.component.value}
            onClick={() => settle(props.component.value)}
          >
            <ResetIcon />
          </button>
        </Show>
      </div>
    </Field>
  );
}
