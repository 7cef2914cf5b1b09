// A chat. Of a long one only the newest messages stand in the page until the reader goes up, so that its length costs
// nothing; what streams in changes only its own message.

import { createEffect, createMemo, createSignal, createUniqueId, Index, on, onCleanup, Show, untrack } from "solid-js";
import type { JSX } from "solid-js";
import { isMessages, messageText } from "../spec/messages.ts";
import "./chatbot/chatbot.css";
import type { ChatView } from "./chatbot/chat-view.ts";
import { ClearIcon } from "./chatbot/chat-icons.tsx";
import { Avatar } from "./chatbot/Avatar.tsx";
import { followEnd } from "./chatbot/follow-end.ts";
import { lastSaid, toGroups } from "./chatbot/message-groups.ts";
import { MessageButtons } from "./chatbot/MessageButtons.tsx";
import { MessageView, Options } from "./chatbot/MessageView.tsx";
import { Welcome } from "./chatbot/Welcome.tsx";
import { flagProp, hasButton, sizeProp, textProp } from "./component-props.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Field, labelId } from "./Field.tsx";
import { type MarkdownOptions, type MathDelimiter, plainMarkdown } from "./prose/markdown-options.ts";
import type { WidgetProps } from "./widget.ts";

/** So many more messages come each time the reader goes up. */
const STEP = 60;
/** After so long without a change, what came is read out. */
const QUIET_MS = 700;

export default function Chatbot(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  let scroll: HTMLElement | undefined;
  let content: HTMLElement | undefined;
  const messages = createMemo(() => (isMessages(props.value) ? props.value : []));
  const [most, setMost] = createSignal(STEP);
  const [editing, setEditing] = createSignal<number | null>(null);
  /** What a message was edited to last, until the messages are others: refused, it is there to be edited further. */
  const [draft, setDraft] = createSignal<{ readonly index: number; readonly text: string } | null>(null);
  const start = () => Math.max(0, messages().length - most());
  const groups = createMemo(() =>
    toGroups(messages(), start(), props.component.props["groupConsecutiveMessages"] !== false),
  );
  const said = createMemo(() => lastSaid(messages()));
  const end = followEnd(
    () => ({ scroll, content }),
    () => flagProp(props.component, "autoscroll"),
  );
  // What the person sends brings them to the end, wherever they were reading.
  createEffect(
    on(
      () => messages().filter(({ role }) => role === "user").length,
      (count, before) => {
        if (before !== undefined && count > before && flagProp(props.component, "autoscroll")) end.toEnd();
        if (messages().length === 0) setMost(STEP);
      },
    ),
  );
  createEffect(on(messages, () => setDraft(null), { defer: true }));
  createEffect(() => {
    const refused = props.error === null ? null : untrack(draft);
    if (refused && untrack(editing) === null) setEditing(refused.index);
  });
  const busy = createBusy(messages);
  const markdown = createMemo(() => toMarkdownOptions(props), undefined, { equals: isSame });
  const chat: ChatView = {
    markdown,
    rtl: () => flagProp(props.component, "rtl"),
    editing,
    edit: setEditing,
    endEdit() {
      setEditing(null);
      setDraft(null);
    },
    draft: (index) => (draft()?.index === index ? (draft()?.text ?? null) : null),
    edited(index, value, previousValue) {
      setDraft({ index, text: value });
      props.onEvent("edit", { index, value, previousValue });
    },
    chosen: (index, option, value) => props.onEvent("optionSelect", { index: [index, option], value, selected: true }),
  };
  return (
    <Field id={id} widget={props} plainLabel>
      <div
        class="control output chatbot"
        classList={{ panel: textProp(props.component, "layout") === "panel" }}
        style={{
          height: sizeProp(props.component, "height"),
          "max-height": sizeProp(props.component, "maxHeight"),
          "min-height": sizeProp(props.component, "minHeight"),
        }}
      >
        <Show when={messages().length > 0}>
          <div class="chat-tools">
            <Show when={hasButton(props.component, "copy_all")}>
              <CopyButton what="conversation" text={() => conversationText(messages())} />
            </Show>
            <button
              type="button"
              class="icon-button"
              aria-label="Clear conversation"
              title="Clear"
              onClick={() => {
                props.onInput([]);
                props.onChange([]);
                props.onEvent("clear");
              }}
            >
              <ClearIcon />
            </button>
          </div>
        </Show>
        <div
          ref={(element) => (scroll = element)}
          class="chat-scroll"
          id={id}
          role="log"
          tabIndex={0}
          aria-labelledby={labelId(id)}
          aria-busy={busy()}
        >
          <div ref={(element) => (content = element)} class="chat-content">
            <Show when={start() > 0}>
              <button type="button" class="button small quiet" onClick={() => setMost(most() + STEP)}>
                Show earlier messages ({start().toLocaleString("en")})
              </button>
            </Show>
            <Show when={messages().length === 0}>
              <Welcome widget={props} markdown={plainMarkdown} />
            </Show>
            <Index each={groups()}>
              {(group, at) => (
                <div
                  class={`chat-group ${group().role}`}
                  role="article"
                  aria-label={group().role === "user" ? "User message" : "Assistant message"}
                >
                  <Avatar widget={props} role={group().role} />
                  <div class="chat-messages">
                    <Index each={group().nodes}>{(node) => <MessageView node={node()} chat={chat} />}</Index>
                    <Show when={at === groups().length - 1 && group().nodes.at(-1)}>
                      {(node) => <Options node={node()} chat={chat} />}
                    </Show>
                    <MessageButtons
                      widget={props}
                      group={group()}
                      chat={chat}
                      last={at === groups().length - 1}
                      said={said()}
                    />
                  </div>
                </div>
              )}
            </Index>
          </div>
        </div>
        <Show when={!end.following() && messages().length > 0}>
          <button type="button" class="button small to-end" onClick={() => end.toEnd()}>
            To the newest
          </button>
        </Show>
      </div>
    </Field>
  );
}

/** Whether messages change just now: until they rest, assistive tools wait. */
function createBusy(messages: () => readonly unknown[]): () => boolean {
  const [busy, setBusy] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(
      messages,
      () => {
        setBusy(true);
        clearTimeout(timer);
        timer = setTimeout(() => setBusy(false), QUIET_MS);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return busy;
}

function conversationText(messages: readonly Parameters<typeof messageText>[0][]): string {
  return messages.map((message) => `${Reflect.get(message, "role") as string}: ${messageText(message)}`).join("\n\n");
}

function toMarkdownOptions({ component }: WidgetProps): MarkdownOptions | null {
  if (component.props["renderMarkdown"] === false) return null;
  const delimiters = component.props["latexDelimiters"];
  return {
    ...plainMarkdown,
    lineBreaks: flagProp(component, "lineBreaks"),
    ...(Array.isArray(delimiters) ? { delimiters: delimiters as MathDelimiter[] } : {}),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
