// The conversations of a chat that keeps them: in this browser, newest first, listed beside the chat.

import { randomId } from "../../base/random-id.ts";
import type { ChatMessage } from "../../spec/messages.ts";
import { BrowserState } from "../browser-state.ts";
import { Button } from "../button.ts";
import { readListener } from "../listener-options.ts";
import { readTriggers } from "../on.ts";
import type { ChatSource } from "./chat-source.ts";
import { type Conversation, tell } from "./conversation.ts";
import { chatBlocks, listenTo } from "./listen-in.ts";
import { titleOf } from "./turns.ts";

/** One that is kept. */
export interface Kept {
  readonly id: string;
  readonly title: string;
  readonly messages: readonly ChatMessage[];
}

/** So many are kept; the oldest go. */
const mostKept = 100;

/** How many chats of a gr.Blocks keep theirs: each has a place of its own. */
const keeping = new WeakMap<object, number>();

export function createKept(): object {
  const blocks = chatBlocks();
  const number = (keeping.get(blocks) ?? 0) + 1;
  keeping.set(blocks, number);
  return BrowserState<Kept[]>([], { storageKey: `_saved_conversations${number === 1 ? "" : `_${number}`}` });
}

/** The list with a conversation as it is now: first, or not at all, if it was emptied. */
export function keep(now: Conversation, saved: readonly Kept[]): readonly Kept[] {
  const others = saved.filter(({ id }) => id !== now.id);
  if (now.messages.length === 0) {
    now.id = null;
    return others;
  }
  now.id ??= randomId();
  const mine = { id: now.id, title: titleOf(now.messages), messages: structuredClone(now.messages) };
  return [mine, ...others].slice(0, mostKept);
}

/** The list, where the callback of the gr.Blocks is now. */
export interface List {
  readonly fresh: ChatSource;
  /** The component that holds the conversations. */
  readonly place: number;
}

export function layOutList(): List {
  return { fresh: Button("New chat", { size: "md" }) as unknown as ChatSource, place: chatBlocks().placeRendered() };
}

export function wireList(
  { fresh, place }: List,
  parts: {
    readonly kept: object;
    readonly conversation: object;
    readonly chatbot: object;
    readonly chatbotValue: object;
  },
  /** Handles of what answers: what it still says belongs to the conversation that is left. */
  answers: readonly unknown[],
): void {
  const { kept, conversation, chatbot, chatbotValue } = parts;
  const opening = (id: string | null) => ({
    fn(now: Conversation, saved: readonly Kept[]) {
      // What has been said since it was kept last.
      const list = tell(now) ? keep(now, saved) : saved;
      const messages = list.find((each) => each.id === id)?.messages ?? [];
      Object.assign(now, { id, messages: structuredClone(messages) });
      tell(now);
      return [now.messages, now.messages, list];
    },
    inputs: [conversation, kept],
    outputs: [chatbot, chatbotValue, kept],
    cancels: answers,
  });
  listenTo([fresh.click], opening(null));
  const record = readListener(
    {
      fn(list: readonly Kept[]) {
        for (const { id, title } of list) {
          const open = Button(title, { key: id, variant: "secondary", size: "md" }) as unknown as ChatSource;
          listenTo([open.click], opening(id));
        }
      },
      inputs: kept,
      triggerMode: "always_last",
      showProgress: "hidden",
    },
    "chat",
  );
  chatBlocks().listen("chat", readTriggers(null, record), record, {
    renders: place,
    callsOnly: [],
    name: "conversations",
  });
}
