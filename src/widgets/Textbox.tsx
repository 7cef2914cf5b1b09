// Text, on one line or many. It grows with what is in it, up to `maxLines`. Keys as in Gradio: with one line Enter
// submits and Shift+Enter starts a new line; with several it is the other way round.

import { createEffect, createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { numberProp, textProp } from "./component-props.ts";
import { CutNote } from "./CutNote.tsx";
import { descriptionIds, Field } from "./Field.tsx";
import type { WidgetProps } from "./widget.ts";

const growsByItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** Of an output that has more, so many characters are shown: laying out a megabyte takes a third of a second. */
const SHOWN = 100_000;

export function Textbox(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const text = () => toText(props.value);
  const isCut = () => !props.component.interactive && text().length > SHOWN;
  const type = () => textProp(props.component, "type") || "text";
  const submit = (event: KeyboardEvent) => {
    event.preventDefault();
    props.onChange(text());
    props.onSubmit();
  };
  return (
    <Field id={id} widget={props}>
      <Show when={type() === "text"} fallback={<SecretOrEmail id={id} widget={props} type={type()} onEnter={submit} />}>
        <TextArea id={id} widget={props} text={isCut() ? text().slice(0, SHOWN) : text()} onEnter={submit} />
      </Show>
      <Show when={isCut()}>
        <CutNote text={text()} shown={SHOWN} />
      </Show>
    </Field>
  );
}

interface ControlProps {
  readonly id: string;
  readonly widget: WidgetProps;
  onEnter(event: KeyboardEvent): void;
}

function TextArea(props: ControlProps & { readonly text: string }): JSX.Element {
  const lines = () => Math.max(1, Math.min(100, Math.round(numberProp(props.widget.component, "lines") ?? 1)));
  const maxLines = () =>
    Math.max(lines(), Math.min(200, Math.round(numberProp(props.widget.component, "maxLines") ?? 20)));
  let area: HTMLTextAreaElement | undefined;
  createEffect(() => {
    if (growsByItself || !area || props.text === undefined) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  });
  return (
    <textarea
      ref={(element) => (area = element)}
      class="control text"
      id={props.id}
      rows={lines()}
      style={{ "--lines": lines(), "--max-lines": maxLines() }}
      value={props.text}
      readOnly={!props.widget.component.interactive}
      disabled={props.widget.disabled}
      maxLength={numberProp(props.widget.component, "maxLength") ?? -1}
      placeholder={textProp(props.widget.component, "placeholder")}
      spellcheck={false}
      aria-invalid={props.widget.error !== null}
      aria-describedby={descriptionIds(props.id, props.widget)}
      onInput={(event) => props.widget.onInput(event.currentTarget.value)}
      onChange={(event) => props.widget.onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        const plain = !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === "Enter" && plain && event.shiftKey === lines() > 1) props.onEnter(event);
      }}
    />
  );
}

function SecretOrEmail(props: ControlProps & { readonly type: string }): JSX.Element {
  return (
    <input
      class="control text"
      id={props.id}
      type={props.type === "password" ? "password" : "email"}
      autocomplete="off"
      value={toText(props.widget.value)}
      readOnly={!props.widget.component.interactive}
      disabled={props.widget.disabled}
      placeholder={textProp(props.widget.component, "placeholder")}
      aria-invalid={props.widget.error !== null}
      aria-describedby={descriptionIds(props.id, props.widget)}
      onInput={(event) => props.widget.onInput(event.currentTarget.value)}
      onChange={(event) => props.widget.onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.isComposing && !event.ctrlKey && !event.metaKey) props.onEnter(event);
      }}
    />
  );
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" ? String(value) : "";
}
