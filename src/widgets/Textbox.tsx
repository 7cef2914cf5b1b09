// Text, on one line or many. It grows with what is in it, up to `maxLines`. Keys as in Gradio: with one line Enter
// submits and Shift+Enter starts a new line; with several it is the other way round.

import { createEffect, createUniqueId, on, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { flagProp, hasButton, numberProp, textProp } from "./component-props.ts";
import { CopyButton } from "./CopyButton.tsx";
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

/** What both kinds of field have. */
function commonOf(widget: WidgetProps) {
  return {
    get dir() {
      return flagProp(widget.component, "rtl") ? ("rtl" as const) : undefined;
    },
    onFocus: () => widget.onEvent("focus"),
    onBlur: () => widget.onEvent("blur"),
    onSelect: (event: Event & { readonly currentTarget: HTMLTextAreaElement | HTMLInputElement }) => {
      const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
      if (start === null || end === null || start === end) return;
      widget.onEvent("select", { index: [start, end], value: value.slice(start, end), selected: true });
    },
    /** An app must not take the focus from where somebody is. */
    focusFirst(element: HTMLElement) {
      onMount(() => {
        if (flagProp(widget.component, "autofocus") && document.activeElement === document.body) element.focus();
      });
    },
  };
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
  const common = commonOf(props.widget);
  let area: HTMLTextAreaElement | undefined;
  let atEnd = true;
  const follow = () => {
    const follows = flagProp(props.widget.component, "autoscroll") && !props.widget.component.interactive;
    if (area && follows && atEnd) area.scrollTop = area.scrollHeight;
  };
  createEffect(on(() => props.text, follow, { defer: true }));
  createEffect(() => {
    if (growsByItself || !area || props.text === undefined) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  });
  return (
    <textarea
      ref={(element) => {
        area = element;
        common.focusFirst(element);
      }}
      class="control text"
      id={props.id}
      dir={common.dir}
      rows={lines()}
      style={{
        "--lines": lines(),
        "--max-lines": maxLines(),
        "text-align": alignOf(props.widget),
      }}
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
      onFocus={common.onFocus}
      onBlur={common.onBlur}
      onSelect={common.onSelect}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        atEnd = scrollTop + clientHeight >= scrollHeight - 8;
      }}
      onKeyDown={(event) => {
        const plain = !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === "Enter" && plain && event.shiftKey === lines() > 1) props.onEnter(event);
      }}
    />
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

function alignOf({ component }: WidgetProps): "left" | "right" | undefined {
  const side = component.props["textAlign"];
  return side === "left" || side === "right" ? side : undefined;
}
