// The conversations of a chat that keeps them: in this browser, newest first, listed beside the chat.

import type { ChatMessage } from "../../spec/messages.ts";
import { BrowserState } from "../browser-state.ts";
import { Button } from "../button.ts";
import { render } from "../render.ts";
import { State } from "../chat-states.ts";
import type { Listening, Source } from "./lay-out-chat.ts";
import { titleOf } from "./turns.ts";

interface Conversation {
  readonly id: string;
  readonly title: string;
  readonly messages: readonly ChatMessage[];
}

/** So many are kept; the oldest go. */
const mostKept = 100;

export interface Kept {
  readonly saved: object;
  readonly current: object;
  /** Adds what the buttons do. */
  wire(chatbot: Source): void;
}

export function layOutConversations(chatbot: () => Source | undefined, chatbotValue: object): Kept {
  const saved = BrowserState<Conversation[]>([], { storageKey: "_saved_conversations" });
  const current = State<string | null>(null);
  const fresh = Button("New chat") as unknown as Source;
  render({ inputs: [saved] }, (conversations: Conversation[]) => {
    for (const { id, title, messages } of conversations) {
      const open = Button(title, { key: id, variant: "secondary" }) as unknown as Source;
      open.click({ fn: () => [messages, messages, id], outputs: [chatbot(), chatbotValue, current] });
    }
  });
  return {
    saved,
    current,
    wire: (to) => void fresh.click({ fn: () => [[], [], null], outputs: [to, chatbotValue, current] }),
  };
}

/** After a turn: the conversation as it is now comes first; one that was emptied goes. */
export function keepConversations(
  ended: { readonly then: Listening },
  { saved, current }: Kept,
  chatbot: Source,
): void {
  ended.then({
    fn(messages: readonly ChatMessage[], conversations: readonly Conversation[], id: string | null) {
      const others = conversations.filter((each) => each.id !== id);
      if (messages.length === 0) return [others, null];
      const mine = { id: id ?? crypto.randomUUID(), title: titleOf(messages), messages };
      return [[mine, ...others].slice(0, mostKept), mine.id];
    },
    inputs: [chatbot, saved, current],
    outputs: [saved, current],
    showProgress: "hidden",
  });
}
