// A part of a message: text, a file, or a component, drawn by the very widget that an app would have for it.

import { createMemo, createResource, Match, onCleanup, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { ComponentKind } from "../../spec/app-spec.ts";
import { toPartSpec } from "../../spec/message-component.ts";
import type { ComponentPart, MessagePart } from "../../spec/messages.ts";
import type { MarkdownOptions } from "../prose/markdown-options.ts";
import { Prose } from "../prose/Prose.tsx";
import type { Widget } from "../widget.ts";

export interface PartProps {
  readonly part: MessagePart;
  /** null: texts are shown as they were written. */
  readonly markdown: MarkdownOptions | null;
  readonly rtl: boolean;
}

export function PartView(props: PartProps): JSX.Element {
  const text = () => (props.part.type === "text" ? props.part.text : null);
  const file = () => (props.part.type === "file" ? props.part : null);
  const component = createMemo(() => (props.part.type === "component" ? props.part : null));
  return (
    <Switch>
      <Match when={text() !== null}>
        <Show when={props.markdown} fallback={<div class="message-plain">{text()}</div>}>
          {(options) => <Prose text={text() ?? ""} options={options()} rtl={props.rtl} />}
        </Show>
      </Match>
      <Match when={file()}>{(part) => <FileView file={part().file} altText={part().altText} />}</Match>
      <Match when={component()}>{(part) => <ComponentView part={part()} />}</Match>
    </Switch>
  );
}

function FileView(props: { readonly file: File; readonly altText: string | null }): JSX.Element {
  const address = createMemo(() => {
    const made = URL.createObjectURL(props.file);
    onCleanup(() => URL.revokeObjectURL(made));
    return made;
  });
  const name = () => props.altText ?? props.file.name;
  return (
    <Switch
      fallback={
        <a class="message-file" href={address()} download={props.file.name}>
          {name()}
        </a>
      }
    >
      {/* An SVG may hold links and more; as a picture it is only that. */}
      <Match when={props.file.type.startsWith("image/")}>
        <img class="message-media" src={address()} alt={name()} />
      </Match>
      <Match when={props.file.type.startsWith("audio/")}>
        <audio class="message-media" controls src={address()} aria-label={name()} />
      </Match>
      <Match when={props.file.type.startsWith("video/")}>
        <video class="message-media" controls src={address()} aria-label={name()} />
      </Match>
    </Switch>
  );
}

function ComponentView(props: { readonly part: ComponentPart }): JSX.Element {
  const spec = createMemo(() => toPartSpec(props.part));
  const [widget] = createResource(() => spec()?.kind, loadWidget);
  return (
    <Show when={spec()} fallback={<p class="message-plain">This component cannot be shown here.</p>}>
      {(component) => (
        <Show when={widget()} keyed>
          {(Widget) => (
            <Widget
              component={component()}
              value={component().value}
              error={null}
              disabled={false}
              onInput={() => undefined}
              onChange={() => undefined}
              onSubmit={() => undefined}
              onEvent={() => undefined}
              listens={() => false}
            />
          )}
        </Show>
      )}
    </Show>
  );
}

async function loadWidget(kind: ComponentKind): Promise<Widget | null> {
  const { widgetOf } = await import("../widget-of.ts");
  return widgetOf(kind);
}
