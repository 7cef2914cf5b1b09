// The row of buttons below messages: only those that somebody listens to.

import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import { messageText } from "../../spec/messages.ts";
import { hasButton } from "../component-props.ts";
import { CopyButton } from "../CopyButton.tsx";
import type { WidgetProps } from "../widget.ts";
import type { ChatView } from "./chat-view.ts";
import { DislikeIcon, EditIcon, FlagIcon, LikeIcon, RetryIcon, UndoIcon } from "./chat-icons.tsx";
import type { MessageGroup } from "./message-groups.ts";

export function MessageButtons(props: {
  readonly widget: WidgetProps;
  readonly group: MessageGroup;
  readonly chat: ChatView;
  /** Whether these are the last messages. */
  readonly last: boolean;
  /** What the user said last, if anything: what Retry and Undo are about. */
  readonly said: { readonly index: number; readonly value: string } | null;
}): JSX.Element {
  const [feedback, setFeedback] = createSignal<string | null>(null);
  const isBot = () => props.group.role === "assistant";
  const first = () => props.group.nodes[0];
  const newest = () => props.group.nodes.at(-1);
  const index = () => (isBot() ? newest() : first())?.index ?? 0;
  const text = () => props.group.nodes.map(({ message }) => messageText(message)).join("\n\n");
  const about = () => ({ index: index(), value: text() });
  const option = (name: string): unknown => props.widget.component.props[name];
  const answers = () => (Array.isArray(option("feedbackOptions")) ? (option("feedbackOptions") as string[]) : []);
  const canLike = () => props.widget.listens("like") && (isBot() || option("likeUserMessage") === true);
  const canEdit = () =>
    props.widget.listens("edit") && (option("editable") === "all" || (option("editable") === "user" && !isBot()));
  // What stands here now is another message.
  createEffect(on(text, () => setFeedback(null), { defer: true }));
  const like = (answer: string) => {
    const isTakenBack = feedback() === answer;
    setFeedback(isTakenBack ? null : answer);
    const liked = isTakenBack ? "" : answer === "Like" ? true : answer === "Dislike" ? false : answer;
    props.widget.onEvent("like", { ...about(), liked });
  };
  return (
    <div class="message-buttons">
      <Show when={hasButton(props.widget.component, "copy") && text() !== ""}>
        <CopyButton what="message" text={text} onCopied={() => props.widget.onEvent("copy", { value: text() })} />
      </Show>
      <Show when={canEdit()}>
        <IconButton name="Edit" icon={<EditIcon />} onPress={() => props.chat.edit(index())} />
      </Show>
      <Show when={canLike()}>
        <For each={answers()}>
          {(answer) => (
            <IconButton
              name={answer}
              icon={answer === "Like" ? <LikeIcon /> : answer === "Dislike" ? <DislikeIcon /> : <FlagIcon />}
              pressed={feedback() === answer}
              onPress={() => like(answer)}
            />
          )}
        </For>
      </Show>
      {/* What was not answered, because of an error, can be asked again, too. */}
      <Show when={props.last && props.widget.listens("retry")}>
        <IconButton
          name="Retry"
          icon={<RetryIcon />}
          onPress={() => props.widget.onEvent("retry", props.said ?? about())}
        />
      </Show>
      <Show when={props.last && props.widget.listens("undo")}>
        <IconButton
          name="Undo"
          icon={<UndoIcon />}
          onPress={() => props.widget.onEvent("undo", props.said ?? about())}
        />
      </Show>
      <Show when={props.widget.listens("select")}>
        <button
          type="button"
          class="button small quiet"
          onClick={() => props.widget.onEvent("select", { ...about(), selected: true })}
        >
          Select
        </button>
      </Show>
    </div>
  );
}

function IconButton(props: {
  readonly name: string;
  readonly icon: JSX.Element;
  readonly pressed?: boolean;
  onPress(): void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.name}
      title={props.name}
      aria-pressed={props.pressed}
      onClick={() => props.onPress()}
    >
      {props.icon}
    </button>
  );
}
