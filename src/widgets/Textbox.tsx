// Text, on one line or many, with its buttons.

import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { flagProp, hasButton, textProp } from "./component-props.ts";
import { CopyButton } from "./CopyButton.tsx";
import { CutNote } from "./CutNote.tsx";
import { descriptionIds, Field } from "./Field.tsx";
import { alignOf, commonOf, type ControlProps, TextArea } from "./TextArea.tsx";
import type { WidgetProps } from "./widget.ts";

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
      <div class="text-line">
        <Show
          when={type() === "text"}
          fallback={<SecretOrEmail id={id} widget={props} type={type()} onEnter={submit} />}
        >
          <TextArea id={id} widget={props} text={isCut() ? text().slice(0, SHOWN) : text()} onEnter={submit} />
        </Show>
        <TextButtons {...props} text={text()} />
      </div>
      <Show when={isCut()}>
        <CutNote text={text()} shown={SHOWN} />
      </Show>
    </Field>
  );
}

/** What stands beside the text, if anything. */
function TextButtons(props: WidgetProps & { readonly text: string }): JSX.Element {
  const has = (option: string) => flagProp(props.component, option) || textProp(props.component, option) !== "";
  return (
    <>
      <Show when={hasButton(props.component, "copy")}>
        <CopyButton what={props.component.label} text={() => props.text} onCopied={() => props.onEvent("copy")} />
      </Show>
      <Show when={has("stopBtn")}>
        <button type="button" class="button" disabled={props.disabled} onClick={() => props.onEvent("stop")}>
          {textProp(props.component, "stopBtn") || `Stop ${props.component.label}`}
        </button>
      </Show>
      <Show when={has("submitBtn") && props.component.interactive}>
        <button
          type="button"
          class="button"
          disabled={props.disabled}
          onClick={() => {
            props.onChange(props.text);
            props.onSubmit();
          }}
        >
          {textProp(props.component, "submitBtn") || `Submit ${props.component.label}`}
        </button>
      </Show>
    </>
  );
}

function SecretOrEmail(props: ControlProps & { readonly type: string }): JSX.Element {
  const common = commonOf(props.widget);
  return (
    <input
      ref={common.focusFirst}
      class="control text"
      id={props.id}
      dir={common.dir}
      style={{ "text-align": alignOf(props.widget) }}
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
      onFocus={common.onFocus}
      onBlur={common.onBlur}
      onSelect={common.onSelect}
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
