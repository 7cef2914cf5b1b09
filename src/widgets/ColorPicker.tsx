// A colour: the browser's own picker, and beside it the colour as text. What is typed may be any way that CSS has of writing
// one, names included.

import { createUniqueId } from "solid-js";
import type { JSX } from "solid-js";
import { toHexColor } from "../spec/hex-color.ts";
import { descriptionIds, Field } from "./Field.tsx";
import type { WidgetProps } from "./widget.ts";
import "./color-picker.css";

export default function ColorPicker(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const text = () => (typeof props.value === "string" ? props.value : "");
  const color = () => toHexColor(props.value);
  const settle = (typed: string) => props.onChange(toHexColor(typed) ?? cssColor(typed) ?? typed);
  return (
    <Field id={id} widget={props}>
      <div class="color">
        <input
          type="color"
          aria-label={`Palette for ${props.component.label}`}
          classList={{ none: color() === null }}
          value={color() ?? "#000000"}
          disabled={props.disabled || !props.component.interactive}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onChange={(event) => {
            props.onChange(event.currentTarget.value);
            props.onEvent("release", event.currentTarget.value);
          }}
        />
        <input
          class="control code"
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={text()}
          readOnly={!props.component.interactive}
          disabled={props.disabled}
          aria-invalid={props.error !== null}
          aria-describedby={descriptionIds(id, props)}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onChange={(event) => settle(event.currentTarget.value)}
          onFocus={() => props.onEvent("focus")}
          onBlur={() => props.onEvent("blur")}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            settle(event.currentTarget.value);
            props.onSubmit();
          }}
        />
      </div>
    </Field>
  );
}

/** What CSS takes a text for, such as "teal" or "hsl(180 100% 25%)". */
function cssColor(text: string): string | null {
  if (!CSS.supports("color", text)) return null;
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return null;
  context.fillStyle = text;
  return toHexColor(context.fillStyle);
}
