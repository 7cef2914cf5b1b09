// Text, on one line or many, with its buttons.

import { createUniqueId, getOwner, runWithOwner, Show, untrack } from "solid-js";
import type { JSX } from "solid-js";
import { insert } from "solid-js/web";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { flagProp, hasButton, numberProp, textProp } from "./component-props.ts";
import { CopyButton } from "./CopyButton.tsx";
import { CutNote } from "./CutNote.tsx";
import { descriptionIds, Field } from "./Field.tsx";
import { madeIn } from "./kept.ts";
import { alignOf, type ControlProps, directionOf, focusFirst, tellSelected, TextArea } from "./TextArea.tsx";
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
  const shown = () => (isCut() ? text().slice(0, SHOWN) : text());
  const owner = getOwner();
  const area = () => <TextArea id={id} widget={props} text={shown()} onEnter={submit} />;
  const isPlain = () => type() === "text" && !hasButtons(props);
  let plain: JSX.Element;
  let secret: JSX.Element;
  let buttons: JSX.Element;
  let note: JSX.Element;
  const parts = () => {
    if (type() === "text") plain ??= madeIn(owner, area);
    else secret ??= madeIn(owner, () => <SecretOrEmail id={id} widget={props} type={type()} onEnter={submit} />);
    if (hasButtons(props)) buttons ??= madeIn(owner, () => <TextButtons widget={props} text={text()} />);
    return [type() === "text" ? plain : secret, hasButtons(props) && buttons];
  };
  const line = (<div class="text-line" />) as HTMLElement;
  // Nearly all are plain, and stay so: those need nothing that follows the component.
  let follows = !untrack(isPlain);
  if (follows) insert(line, parts);
  else insert(line, (plain = area()));
  const below = () => {
    if (!follows && !isPlain()) {
      follows = true;
      runWithOwner(owner, () => insert(line, parts, undefined, [plain]));
    }
    return isCut() && (note ??= madeIn(owner, () => <CutNote text={text()} shown={SHOWN} />));
  };
  return (
    <Field id={id} widget={props} below={below}>
      {line}
    </Field>
  );
}

function hasButtons({ component }: WidgetProps): boolean {
  return hasButton(component, "copy") || has(component, "stopBtn") || has(component, "submitBtn");
}

function has(component: ComponentSpec, option: string): boolean {
  return flagProp(component, option) || textProp(component, option) !== "";
}

/** What stands beside the text. */
function TextButtons(props: { readonly widget: WidgetProps; readonly text: string }): JSX.Element {
  const component = () => props.widget.component;
  return (
    <>
      <Show when={hasButton(component(), "copy")}>
        <CopyButton
          what={component().label}
          text={() => props.text}
          onCopied={() => props.widget.onEvent("copy", { value: props.text })}
        />
      </Show>
      <Show when={has(component(), "stopBtn")}>
        <button
          type="button"
          class="button"
          disabled={props.widget.disabled}
          onClick={() => props.widget.onEvent("stop")}
        >
          {textProp(component(), "stopBtn") || `Stop ${component().label}`}
        </button>
      </Show>
      <Show when={has(component(), "submitBtn") && component().interactive}>
        <button
          type="button"
          class="button"
          disabled={props.widget.disabled}
          onClick={() => {
            props.widget.onChange(props.text);
            props.widget.onSubmit();
          }}
        >
          {textProp(component(), "submitBtn") || `Submit ${component().label}`}
        </button>
      </Show>
    </>
  );
}

function SecretOrEmail(props: ControlProps & { readonly type: string }): JSX.Element {
  return (
    <input
      ref={(element) => focusFirst(props.widget, element)}
      class="control text"
      id={props.id}
      dir={directionOf(props.widget.component)}
      style={{ "text-align": alignOf(props.widget.component) }}
      type={props.type === "password" ? "password" : "email"}
      autocomplete="off"
      value={toText(props.widget.value)}
      readOnly={!props.widget.component.interactive}
      disabled={props.widget.disabled}
      placeholder={textProp(props.widget.component, "placeholder")}
      maxLength={numberProp(props.widget.component, "maxLength") ?? -1}
      aria-invalid={props.widget.error !== null}
      aria-describedby={descriptionIds(props.id, props.widget)}
      onInput={(event) => props.widget.onInput(event.currentTarget.value)}
      onChange={(event) => props.widget.onChange(event.currentTarget.value)}
      onFocusIn={() => props.widget.onEvent("focus")}
      onFocusOut={() => props.widget.onEvent("blur")}
      onSelect={(event) => tellSelected(props.widget, event.currentTarget)}
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
