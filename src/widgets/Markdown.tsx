// Markdown as it reads. It has no frame and no visible label, as text between components should not; one that was given
// names it.

import { createMemo, createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { flagProp, hasButton, scrolls, sizeProp } from "./component-props.ts";
import { CopyButton } from "./CopyButton.tsx";
import { CutNote } from "./CutNote.tsx";
import { FieldError } from "./Field.tsx";
import "./markdown.css";
import { type MarkdownOptions, type MathDelimiter, plainMarkdown } from "./prose/markdown-options.ts";
import { Prose } from "./prose/Prose.tsx";
import type { WidgetProps } from "./widget.ts";

/** Of what is longer, so many characters are shown: reading more of it would take the page longer than a blink. */
const SHOWN = 200_000;

export default function Markdown(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const text = () => (typeof props.value === "string" ? props.value : "");
  const options = createMemo(() => toOptions(props), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  return (
    <div
      class="markdown"
      role={props.component.label ? "group" : undefined}
      aria-label={props.component.label || undefined}
    >
      <Show when={hasButton(props.component, "copy") && text() !== ""}>
        <div class="corner">
          <CopyButton what="Markdown" text={text} onCopied={() => props.onEvent("copy", { value: text() })} />
        </div>
      </Show>
      <div
        class="markdown-scroll"
        tabIndex={scrolls(props.component) ? 0 : undefined}
        style={{
          height: sizeProp(props.component, "height"),
          "max-height": sizeProp(props.component, "maxHeight"),
          "min-height": sizeProp(props.component, "minHeight"),
        }}
      >
        <Prose text={text().slice(0, SHOWN)} options={options()} rtl={flagProp(props.component, "rtl")} />
      </div>
      <Show when={text().length > SHOWN}>
        <CutNote text={text()} shown={SHOWN} />
      </Show>
      <FieldError id={id} error={props.error} />
    </div>
  );
}

function toOptions({ component }: WidgetProps): MarkdownOptions {
  const delimiters = component.props["latexDelimiters"];
  return {
    inline: false,
    lineBreaks: flagProp(component, "lineBreaks"),
    headerLinks: flagProp(component, "headerLinks"),
    delimiters: Array.isArray(delimiters) ? (delimiters as MathDelimiter[]) : plainMarkdown.delimiters,
  };
}
