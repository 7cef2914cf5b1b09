// A number, in a field to type it.

import { createUniqueId } from "solid-js";
import type { JSX } from "solid-js";
import { numberProp } from "./component-props.ts";
import { Field } from "./Field.tsx";
import { NumberInput } from "./NumberInput.tsx";
import type { WidgetProps } from "./widget.ts";

export function NumberBox(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  return (
    <Field id={id} widget={props}>
      <NumberInput id={id} widget={props} step={numberProp(props.component, "step") ?? 1} />
    </Field>
  );
}
