// A button. It says its label until a function gives it another text.

import type { JSX } from "solid-js";
import { textProp } from "./component-props.ts";
import type { WidgetProps } from "./widget.ts";

export function Button(props: WidgetProps): JSX.Element {
  const variant = () => textProp(props.component, "variant");
  const text = () =>
    typeof props.value === "string" && props.value !== props.component.value ? props.value : props.component.label;
  return (
    <button
      type="button"
      class="button wide"
      classList={{ primary: variant() === "primary", stop: variant() === "stop" }}
      disabled={props.disabled}
      onClick={() => props.onSubmit()}
    >
      {text()}
    </button>
  );
}
