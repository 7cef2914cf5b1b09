// A date and a time, as text; a button opens the browser's own calendar for it.

import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { readTime, writeTime } from "../spec/clock-text.ts";
import { textProp } from "./component-props.ts";
import { descriptionIds, Field } from "./Field.tsx";
import { CalendarIcon } from "./Icon.tsx";
import type { WidgetProps } from "./widget.ts";
import "./date-time.css";

export default function DateTime(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const hasTime = () => props.component.props["includeTime"] !== false;
  const text = () => (typeof props.value === "string" ? props.value : "");
  const zone = () => textProp(props.component, "timezone") || null;
  /** As it will be read: "now" becomes the time that it is. */
  const settled = (typed: string) => {
    const time = readTime(typed, zone(), hasTime());
    return time ? writeTime(time, zone(), hasTime()) : typed;
  };
  let calendar: HTMLInputElement | undefined;
  const open = () => {
    if (!calendar) return;
    calendar.value = readTime(text(), zone(), hasTime()) ? settled(text()).replace(" ", "T") : "";
    calendar.showPicker();
  };
  return (
    <Field id={id} widget={props}>
      <div class="date-time">
        <input
          class="control number"
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={text()}
          placeholder={props.component.interactive ? (hasTime() ? "YYYY-MM-DD HH:MM:SS" : "YYYY-MM-DD") : ""}
          readOnly={!props.component.interactive}
          disabled={props.disabled}
          aria-invalid={props.error !== null}
          aria-describedby={descriptionIds(id, props)}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onChange={(event) => props.onChange(settled(event.currentTarget.value))}
          onFocus={() => props.onEvent("focus")}
          onBlur={() => props.onEvent("blur")}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            props.onChange(settled(event.currentTarget.value));
            props.onSubmit();
          }}
        />
        <Show when={props.component.interactive}>
          {/* Seen by nobody: the calendar opens where it stands. */}
          <input
            ref={(element) => (calendar = element)}
            class="calendar"
            type={hasTime() ? "datetime-local" : "date"}
            step={hasTime() ? 1 : undefined}
            tabIndex={-1}
            aria-hidden="true"
            onInput={(event) => {
              const picked = event.currentTarget.value.replace("T", " ");
              if (picked === "") return;
              const whole = hasTime() && picked.length === 16 ? `${picked}:00` : picked;
              props.onInput(whole);
              props.onChange(whole);
            }}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={`Calendar for ${props.component.label}`}
            title="Calendar"
            disabled={props.disabled}
            onClick={open}
          >
            <CalendarIcon />
          </button>
        </Show>
      </div>
    </Field>
  );
}
