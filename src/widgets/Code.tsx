// Code, in an editor with the colours of its language: the same as an input and, not to be changed, as an output.

import { createEffect, createUniqueId, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import "./code/code.css";
import { createCodeEditor } from "./code/code-editor.ts";
import { download } from "./code/download.ts";
import { flagProp, hasButton, numberProp, textProp } from "./component-props.ts";
import { CopyButton } from "./CopyButton.tsx";
import { descriptionIds, Field, labelId } from "./Field.tsx";
import { DownloadIcon } from "./Icon.tsx";
import type { WidgetProps } from "./widget.ts";

export default function Code(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const text = () => (typeof props.value === "string" ? props.value : "");
  const isReadOnly = () => !props.component.interactive || props.disabled;
  const language = () => textProp(props.component, "language");
  const description = () =>
    [descriptionIds(id, props), isReadOnly() ? undefined : `${id}-keys`].filter(Boolean).join(" ");

  let parent: HTMLElement | undefined;
  // Not sooner: it measures its lines as they stand in the page.
  onMount(() => {
    if (!parent) return;
    const editor = createCodeEditor(parent, {
      text: text(),
      onInput: (value) => props.onInput(value),
      onFocus: () => props.onEvent("focus"),
      onLeave(value, changed) {
        if (changed) props.onChange(value);
        props.onEvent("blur");
      },
    });
    onCleanup(() => editor.dispose());
    createEffect(() => editor.setText(text()));
    createEffect(() => void editor.setLanguage(language()));
    createEffect(() =>
      editor.setOptions({
        readOnly: isReadOnly(),
        lineNumbers: flagProp(props.component, "showLineNumbers"),
        wrap: flagProp(props.component, "wrapLines"),
        autocomplete: flagProp(props.component, "autocomplete"),
        attributes: {
          id,
          "aria-labelledby": labelId(id),
          "aria-invalid": String(props.error !== null),
          ...(description() === "" ? {} : { "aria-describedby": description() }),
        },
      }),
    );
  });

  return (
    <Field id={id} widget={props} plainLabel>
      <div class="framed">
        <div
          ref={(element) => (parent = element)}
          class="control code-box"
          classList={{ output: !props.component.interactive, disabled: props.disabled }}
          style={{
            "--lines": numberProp(props.component, "lines") ?? 5,
            "--max-lines": numberProp(props.component, "maxLines") ?? undefined,
          }}
        />
        <div class="corner">
          <Show when={hasButton(props.component, "copy")}>
            <CopyButton what="code" text={text} />
          </Show>
          <Show when={hasButton(props.component, "download")}>
            <button
              type="button"
              class="icon-button"
              aria-label="Download code"
              title="Download"
              onClick={() => download(text(), language())}
            >
              <DownloadIcon />
            </button>
          </Show>
        </div>
      </div>
      <Show when={!isReadOnly()}>
        <span class="unseen" id={`${id}-keys`}>
          Tab indents. Press Escape, then Tab, to leave.
        </span>
      </Show>
    </Field>
  );
}
