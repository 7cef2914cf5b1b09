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
  const common = commonOf(props.widget);
  let area: HTMLTextAreaElement | undefined;
  let atEnd = true;
  const watchEnd = ({ scrollTop, clientHeight, scrollHeight }: HTMLTextAreaElement): void => {
    atEnd = scrollTop + clientHeight >= scrollHeight - 8;
  };
  const follow = () => {
    const follows = flagProp(props.widget.component, "autoscroll") && !props.widget.component.interactive;
    if (area && follows && atEnd) area.scrollTop = area.scrollHeight;
  };
  let times = 0;
  // Once it is there. An effect for that would be one more for each field of a large page, and so would a listener that most
  // of them never need.
  const followed = () => {
    const { text } = props;
    times += 1;
    if (times === 2 && area) {
      const watched = area;
      watchEnd(watched);
      watched.addEventListener("scroll", () => watchEnd(watched));
    }
    if (times > 1) queueMicrotask(follow);
    return text;
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
        followAttributes(element, () => attributesOf(props.id, props.widget), { rows: "1" });
      }}
      class="control text"
      id={props.id}
      rows="1"
      spellcheck="false"
      value={followed()}
      onInput={(event) => props.widget.onInput(event.currentTarget.value)}
      onChange={(event) => props.widget.onChange(event.currentTarget.value)}
      onFocusIn={common.onFocus}
      onFocusOut={common.onBlur}
      onSelect={common.onSelect}
      onKeyDown={(event) => {
        const plain = !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === "Enter" && plain && event.shiftKey === linesOf(props.widget.component) > 1)
          props.onEnter(event);
      }}
    />
  );
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
    dir: flagProp(component, "rtl") ? "rtl" : undefined,
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
