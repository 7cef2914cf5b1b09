// One message: its parts, or, with a title, a thought that opens and closes; what belongs to it stands within.

import { createSignal, For, Index, Show, untrack } from "solid-js";
import type { JSX } from "solid-js";
import type { ChatMessage, MessageMetadata } from "../../spec/messages.ts";
import { messageText } from "../../spec/messages.ts";
import type { ChatView } from "./chat-view.ts";
import type { MessageNode } from "./message-groups.ts";
import { PartView } from "./PartView.tsx";
import { Prose } from "../prose/Prose.tsx";

interface MessageProps {
  readonly node: MessageNode;
  readonly chat: ChatView;
}

export function MessageView(props: MessageProps): JSX.Element {
  const metadata = () => props.node.message.metadata;
  const thought = () => (metadata()?.title ? metadata() : null);
  return (
    <Show when={thought()} fallback={<Body {...props} />}>
      {(about) => (
        <Thought metadata={about()} chat={props.chat}>
          <Body {...props} />
          <Index each={props.node.within}>{(node) => <MessageView node={node()} chat={props.chat} />}</Index>
        </Thought>
      )}
    </Show>
  );
}

/** What a message says, or a field to say it otherwise. */
function Body(props: MessageProps): JSX.Element {
  const { chat } = props;
  const message = () => props.node.message;
  return (
    <Show
      when={chat.editing() === props.node.index}
      fallback={
        <div class="message" dir={chat.rtl() ? "rtl" : "auto"}>
          <Show when={message().content.length > 0 && hasContent(message())} fallback={<Coming />}>
            <Index each={message().content}>
              {(part) => <PartView part={part()} markdown={chat.markdown()} rtl={chat.rtl()} />}
            </Index>
          </Show>
        </div>
      }
    >
      <EditView {...props} />
    </Show>
  );
}

function hasContent(message: ChatMessage): boolean {
  return message.content.some((part) => part.type !== "text" || part.text !== "");
}

/** A message without content is one that is about to come. */
function Coming(): JSX.Element {
  return (
    <span class="coming" role="img" aria-label="The answer is coming">
      <i />
      <i />
      <i />
    </span>
  );
}

function Thought(props: {
  readonly metadata: MessageMetadata;
  readonly chat: ChatView;
  readonly children: JSX.Element;
}): JSX.Element {
  const [open, setOpen] = createSignal<boolean | null>(null);
  const pending = () => props.metadata.status === "pending";
  // Until somebody opens or closes it, it is open as long as it goes on, or if it does not say.
  const isOpen = () => open() ?? props.metadata.status !== "done";
  return (
    <div class="thought">
      <button type="button" aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
        <span class="thought-arrow" aria-hidden="true" />
        <Show when={props.chat.markdown()} fallback={<span>{props.metadata.title}</span>}>
          {(options) => <Prose text={props.metadata.title ?? ""} options={options()} rtl={props.chat.rtl()} />}
        </Show>
        <Show when={props.metadata.log}>
          <span class="thought-note">{props.metadata.log}</span>
        </Show>
        <Show when={pending()}>
          <span class="thought-note working">goes on</span>
        </Show>
        <Show when={props.metadata.duration !== null}>
          <span class="thought-note">{durationText(props.metadata.duration ?? 0)}</span>
        </Show>
      </button>
      <Show when={isOpen()}>
        <div class="thought-body">{props.children}</div>
      </Show>
    </div>
  );
}

function durationText(seconds: number): string {
  return seconds < 0.1 ? `${(seconds * 1000).toFixed(1)} ms` : `${seconds.toFixed(1)} s`;
}

function EditView(props: MessageProps): JSX.Element {
  const before = messageText(props.node.message);
  const draft = untrack(() => props.chat.draft(props.node.index)) ?? before;
  let field: HTMLTextAreaElement | undefined;
  const save = () => {
    props.chat.endEdit();
    const value = field?.value ?? before;
    if (value !== before) props.chat.edited(props.node.index, value, before);
  };
  return (
    <form
      class="message-edit"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={(element) => {
          field = element;
          setTimeout(() => element.focus());
        }}
        class="control text"
        aria-label="Edit message"
        style={{ "--lines": 1, "--max-lines": 12 }}
        value={draft}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.chat.endEdit();
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <div class="message-edit-buttons">
        <button type="button" class="button small" onClick={() => props.chat.endEdit()}>
          Cancel
        </button>
        <button type="submit" class="button small primary">
          Save
        </button>
      </div>
    </form>
  );
}

export function Options(props: { readonly node: MessageNode; readonly chat: ChatView }): JSX.Element {
  return (
    <Show when={props.node.message.options}>
      {(options) => (
        <div class="message-options">
          <For each={options()}>
            {({ value, label }, index) => (
              <button type="button" class="button" onClick={() => props.chat.chosen(props.node.index, index(), value)}>
                {label}
              </button>
            )}
          </For>
        </div>
      )}
    </Show>
  );
}
