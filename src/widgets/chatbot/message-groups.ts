// How messages stand: those of one side that follow one another together, thoughts within the thought they belong to.

import type { ChatMessage } from "../../spec/messages.ts";
import { messageText } from "../../spec/messages.ts";

export interface MessageNode {
  /** Its place in the list of all messages. */
  readonly index: number;
  readonly message: ChatMessage;
  readonly within: readonly MessageNode[];
}

export interface MessageGroup {
  readonly role: "user" | "assistant";
  readonly nodes: readonly MessageNode[];
}

/** From `start` on; what a system says is for the function alone. */
export function toGroups(messages: readonly ChatMessage[], start: number, together: boolean): MessageGroup[] {
  const groups: { role: "user" | "assistant"; nodes: MessageNode[] }[] = [];
  const thoughts = new Map<string, MessageNode[]>();
  for (let index = start; index < messages.length; index++) {
    const message = messages[index];
    if (!message || message.role === "system") continue;
    const within: MessageNode[] = [];
    const node = { index, message, within };
    const around = thoughts.get(message.metadata?.parentId ?? "");
    if (message.metadata?.title && message.metadata.id !== null) thoughts.set(message.metadata.id, within);
    if (around) {
      around.push(node);
      continue;
    }
    const last = groups.at(-1);
    if (together && last?.role === message.role) last.nodes.push(node);
    else groups.push({ role: message.role, nodes: [node] });
  }
  return groups;
}

/** What Retry and Undo are about, as in Gradio: what the user said last. null if that is nothing. */
export function lastSaid(messages: readonly ChatMessage[]): { readonly index: number; readonly value: string } | null {
  const index = messages.findLastIndex(({ role }) => role === "user");
  const said = messages[index];
  return said ? { index, value: messageText(said) } : null;
}
