// A text on one line or many, as an element. It grows with what is in it, up to `maxLines`. Keys as in Gradio: with one line
// Enter submits and Shift+Enter starts a new line; with several it is the other way round.

import { createEffect, createMemo, onMount } from "solid-js";
import type { JSX } from "solid-js";
import { flagProp, numberProp, textProp } from "./component-props.ts";
import { descriptionIds } from "./Field.tsx";
import type { WidgetProps } from "./widget.ts";

const growsByItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** What every field for a text has. */
export function commonOf(widget: WidgetProps) {
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
      if (!flagProp(widget.component, "autofocus")) return;
      onMount(() => {
        if (document.activeElement === document.body) element.focus();
      });
    },
  };
}

export interface ControlProps {
  readonly id: string;
  readonly widget: WidgetProps;
  onEnter(event: KeyboardEvent): void;
}

export function TextArea(props: ControlProps & { readonly text: string }): JSX.Element {
  // Read once, as pages may have a thousand of these.
  const look = createMemo(() => lookOf(props.widget));
  const common = commonOf(props.widget);
  let area: HTMLTextAreaElement | undefined;
  let atEnd = true;
  const follow = () => {
    const follows = flagProp(props.widget.component, "autoscroll") && !props.widget.component.interactive;
    if (area && follows && atEnd) area.scrollTop = area.scrollHeight;
  };
  let isFirst = true;
  // Once it is there. An effect for that would be one more for each field of a large page.
  const followed = () => {
    if (!isFirst) queueMicrotask(follow);
    isFirst = false;
    return props.text;
  };
  if (!growsByItself) {
    createEffect(() => {
      if (!area || props.text === undefined) return;
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + 2}px`;
    });
  }
  return (
    <textarea
      ref={(element) => {
        area = element;
        common.focusFirst(element);
      }}
      class="control text"
      id={props.id}
      dir={look().dir}
      rows={look().lines}
      style={look().style}
      value={followed()}
      readOnly={look().readOnly}
      disabled={props.widget.disabled}
      maxLength={look().maxLength}
      placeholder={look().placeholder}
      spellcheck="false"
      aria-invalid={props.widget.error !== null}
      aria-describedby={descriptionIds(props.id, props.widget)}
      onInput={(event) => props.widget.onInput(event.currentTarget.value)}
      onChange={(event) => props.widget.onChange(event.currentTarget.value)}
      onFocusIn={common.onFocus}
      onFocusOut={common.onBlur}
      onSelect={common.onSelect}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        atEnd = scrollTop + clientHeight >= scrollHeight - 8;
      }}
      onKeyDown={(event) => {
        const plain = !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === "Enter" && plain && event.shiftKey === look().lines > 1) props.onEnter(event);
      }}
    />
  );
}

function lookOf(widget: WidgetProps) {
  const { component } = widget;
  const lines = Math.max(1, Math.min(100, Math.round(numberProp(component, "lines") ?? 1)));
  const maxLines = Math.max(lines, Math.min(200, Math.round(numberProp(component, "maxLines") ?? 20)));
  const align = alignOf(widget);
  return {
    lines,
    style: `--lines:${lines};--max-lines:${maxLines}${align ? `;text-align:${align}` : ""}`,
    dir: flagProp(component, "rtl") ? ("rtl" as const) : undefined,
    readOnly: !component.interactive,
    maxLength: numberProp(component, "maxLength") ?? undefined,
    placeholder: textProp(component, "placeholder") || undefined,
  };
}

export function alignOf({ component }: WidgetProps): "left" | "right" | undefined {
  const side = component.props["textAlign"];
  return side === "left" || side === "right" ? side : undefined;
}
