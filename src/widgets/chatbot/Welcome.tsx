// What stands in a chat without messages: a text, and messages to begin with.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { isPicture } from "../../spec/is-picture.ts";
import { ButtonIcon } from "../ButtonIcon.tsx";
import { textProp } from "../component-props.ts";
import type { MarkdownOptions } from "../prose/markdown-options.ts";
import { Prose } from "../prose/Prose.tsx";
import type { WidgetProps } from "../widget.ts";

interface Example {
  readonly text: string;
  readonly displayText: string | null;
  readonly files: readonly Blob[];
  readonly icon: unknown;
}

export function Welcome(props: { readonly widget: WidgetProps; readonly markdown: MarkdownOptions }): JSX.Element {
  const examples = () => (props.widget.component.props["examples"] ?? []) as readonly Example[];
  return (
    <div class="chat-welcome">
      <Show when={textProp(props.widget.component, "placeholder")}>
        {(text) => <Prose text={text()} options={props.markdown} />}
      </Show>
      <Show when={examples().length > 0}>
        <div class="chat-examples" role="group" aria-label="Examples">
          <For each={examples()}>
            {({ text, displayText, files, icon }, index) => (
              <button
                type="button"
                class="button"
                onClick={() => props.widget.onEvent("exampleSelect", { index: index(), value: { text, files } })}
              >
                <Show when={isPicture(icon) ? icon : null}>{(picture) => <ButtonIcon picture={picture()} />}</Show>
                {displayText ?? (text || `${files.length} files`)}
              </button>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
