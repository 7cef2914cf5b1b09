// What a chat keeps for its session: what was said, changed in place, so that a streamed answer costs what it says and not
// what was said before.

import { sha256 } from "../../base/sha256.ts";
import type { ChatMessage } from "../../spec/messages.ts";

export interface Conversation {
  /** Of the kept conversation that it is; null until it is kept. */
  id: string | null;
  messages: ChatMessage[];
  /** What `chatbotValue` was last told, as a hash: so what it has from elsewhere is known from that, however late it comes. */
  told: string;
}

export function newConversation(): Conversation {
  return { id: null, messages: [], told: hashOf([]) };
}

/** Puts messages in the place of those from a position on. They are copied: a function may go on changing its own. */
export function sayFrom({ messages }: Conversation, from: number, said: readonly ChatMessage[]): void {
  messages.splice(from, messages.length - from, ...structuredClone([...said]));
}

/** Remembers that this is what `chatbotValue` says; whether it said something else before. */
export function tell(conversation: Conversation): boolean {
  const told = hashOf(conversation.messages);
  const isNews = told !== conversation.told;
  if (isNews) conversation.told = told;
  return isNews;
}

/** Of two files with the same name, size and date one is as good as the other. */
export function hashOf(messages: readonly ChatMessage[]): string {
  const text = JSON.stringify(messages, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    if (value instanceof File) return [value.name, value.type, value.size, value.lastModified];
    if (value instanceof Blob) return [value.type, value.size];
    return ArrayBuffer.isView(value) ? value.byteLength : value;
  });
  return sha256(new TextEncoder().encode(text));
}
