// A button. It says its label until a function gives it another text.

import type { JSX } from "solid-js";
import { ButtonFace } from "./ButtonFace.tsx";
import type { WidgetProps } from "./widget.ts";

export function Button(props: WidgetProps): JSX.Element {
  const text = () =>
    typeof props.value === "string" && props.value !== props.component.value ? props.value : props.component.label;
  return (
    <ButtonFace
      component={props.component}
      text={text()}
      disabled={props.disabled}
      describedBy={undefined}
      onPress={() => props.onSubmit()}
    />
  );
}
