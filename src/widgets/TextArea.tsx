// A text on one line or many, as an element. It grows with what is in it, up to `maxLines`. Keys as in Gradio: with one line
// Enter submits and Shift+Enter starts a new line; with several it is the other way round.

import { createEffect, onMount } from "solid-js";
import type { JSX } from "solid-js";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { type Attributes, followAttributes, ifSo } from "./attributes.ts";
import { flagProp, numberProp, textProp } from "./component-props.ts";
import { descriptionIds } from "./Field.tsx";
import type { WidgetProps } from "./widget.ts";

const growsByItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** Tells what was selected, of any field for a text. */
export function tellSelected(
  widget: WidgetProps,
  { selectionStart: start, selectionEnd: end, value }: HTMLTextAreaElement | HTMLInputElement,
): void {
  if (start === null || end === null || start === end) return;
  widget.onEvent("select", { index: [start, end], value: value.slice(start, end), selected: true });
}

/** An app must not take the focus from where somebody is. */
export function focusFirst(widget: WidgetProps, element: HTMLElement): void {
  if (!flagProp(widget.component, "autofocus")) return;
  onMount(() => {
    if (document.activeElement === document.body) element.focus();
  });
}

export function directionOf(component: ComponentSpec): "rtl" | undefined {
  return flagProp(component, "rtl") ? "rtl" : undefined;
}

export interface ControlProps {
  readonly id: string;
  readonly widget: WidgetProps;
  onEnter(event: KeyboardEvent): void;
}

export function TextArea(props: ControlProps & { readonly text: string }): JSX.Element {
  const { widget } = props;
  let shown: string | null = null;
  let atEnd: (() => boolean) | null = null;
  const show = (area: HTMLTextAreaElement): void => {
    const { text } = props;
    const isMore = shown !== null && shown !== text;
    shown = text;
    // What was typed is there already.
    if (area.value === text) return;
    if (isMore && flagProp(widget.component, "autoscroll") && !widget.component.interactive) {
      atEnd ??= watchEnd(area);
      if (atEnd()) queueMicrotask(() => (area.scrollTop = area.scrollHeight));
    }
    area.value = text;
  };
  const attach = (area: HTMLTextAreaElement): void => {
    focusFirst(widget, area);
    // By one computation, as a page may have a thousand of these.
    const look = (): Attributes => {
      show(area);
      return attributesOf(props.id, widget);
    };
    followAttributes(area, look, { rows: "1" });
    if (growsByItself) return;
    createEffect(() => {
      if (props.text === undefined) return;
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + 2}px`;
    });
  };
  return (
    <textarea
      ref={attach}
      class="control text"
      id={props.id}
      rows="1"
      spellcheck="false"
      onInput={(event) => widget.onInput(event.currentTarget.value)}
      onChange={(event) => widget.onChange(event.currentTarget.value)}
      onFocusIn={() => widget.onEvent("focus")}
      onFocusOut={() => widget.onEvent("blur")}
      onSelect={(event) => tellSelected(widget, event.currentTarget)}
      onKeyDown={(event) => {
        const plain = !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === "Enter" && plain && event.shiftKey === linesOf(widget.component) > 1) props.onEnter(event);
      }}
    />
  );
}

/** Whether the end of the text is in sight, as it was scrolled last: asking the element would lay out the page each time. */
function watchEnd(area: HTMLTextAreaElement): () => boolean {
  let isSeen = true;
  const look = (): void => {
    isSeen = area.scrollTop + area.clientHeight >= area.scrollHeight - 8;
  };
  look();
  area.addEventListener("scroll", look);
  return () => isSeen;
}

function attributesOf(id: string, { component, error, disabled }: WidgetProps): Attributes {
  const lines = linesOf(component);
  const maxLines = Math.max(lines, Math.min(200, Math.round(numberProp(component, "maxLines") ?? usualMaxLines)));
  const align = alignOf(component);
  return {
    rows: String(lines),
    style:
      (lines === 1 ? "" : `--lines:${lines};`) +
        (maxLines === usualMaxLines ? "" : `--max-lines:${maxLines};`) +
        (align ? `text-align:${align}` : "") || undefined,
    dir: directionOf(component),
    readonly: ifSo(!component.interactive),
    disabled: ifSo(disabled),
    maxlength: numberProp(component, "maxLength")?.toString(),
    placeholder: textProp(component, "placeholder") || undefined,
    "aria-invalid": error === null ? undefined : "true",
    "aria-describedby": descriptionIds(id, { component, error }),
  };
}

/** As the style sheet has it. */
const usualMaxLines = 20;

function linesOf(component: ComponentSpec): number {
  return Math.max(1, Math.min(100, Math.round(numberProp(component, "lines") ?? 1)));
}

export function alignOf(component: ComponentSpec): "left" | "right" | undefined {
  const side = component.props["textAlign"];
  return side === "left" || side === "right" ? side : undefined;
}
