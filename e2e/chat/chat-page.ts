// A chat as a person finds it.

import { expect, type Locator } from "@playwright/test";
import type { Playground } from "../fixtures/playground.ts";

export interface ChatPage {
  readonly chat: Locator;
  /** What each side said in turn. */
  readonly messages: Locator;
  say(text: string): Promise<void>;
  /** Waits until these are the messages. */
  shows(...texts: readonly string[]): Promise<void>;
}

export function chatOf({ user }: Playground): ChatPage {
  const chat = user.field("Chatbot");
  const messages = chat.getByRole("article");
  return {
    chat,
    messages,
    async say(text) {
      await user.field("Message").fill(text);
      await user.field("Message").press("Enter");
    },
    shows: (...texts) => expect(messages.locator(".message")).toHaveText(texts),
  };
}
