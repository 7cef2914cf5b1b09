// What the buttons of a chat mean for its messages: sending again, taking back, saying otherwise.

import { type ChatMessage, messageText } from "../../spec/messages.ts";

/** What a person sends: a text, or with files. */
export type Sent = string | { readonly text: string; readonly files: readonly File[] };

export function saidBy(sent: Sent): ChatMessage {
  const { text, files } = partsOf(sent);
  return {
    role: "user",
    content: [
      ...files.map((file) => ({ type: "file", file, altText: null }) as const),
      ...(text === "" ? [] : [{ type: "text", text } as const]),
    ],
    metadata: null,
    options: null,
  };
}

/** The same message, to be sent once more. */
export function sentAgain(message: ChatMessage, multimodal: boolean): Sent {
  const text = messageText(message);
  if (!multimodal) return text;
  return { text, files: message.content.flatMap((part) => (part.type === "file" ? [part.file] : [])) };
}

/** A message that is put back into a field where somebody has begun another. */
export function joined(before: Sent, after: Sent): Sent {
  const [first, second] = [partsOf(before), partsOf(after)];
  const text = [first.text, second.text].filter((each) => each !== "").join("\n");
  return typeof before === "string" ? text : { text, files: [...first.files, ...second.files] };
}

function partsOf(sent: Sent): Exclude<Sent, string> {
  return typeof sent === "string" ? { text: sent, files: [] } : sent;
}

/** A message to begin with, as it is sent. */
export function sentFrom({ text, files }: Exclude<Sent, string>, multimodal: boolean): Sent {
  return multimodal ? { text, files: [...files] } : text;
}

/** The last thing that the user said, and how many messages were before it; null if nothing was. */
export function lastTurn(messages: readonly ChatMessage[]): { readonly at: number; readonly said: ChatMessage } | null {
  const at = messages.findLastIndex(({ role }) => role === "user");
  const said = messages[at];
  return said ? { at, said } : null;
}

/** What a conversation is called in a list: the beginning of what was said first. */
export function titleOf(messages: readonly ChatMessage[]): string {
  const first = messages.find(({ role }) => role === "user");
  const text = (first ? messageText(first) : "").trim().replaceAll(/\s+/g, " ");
  if (text === "") return "Conversation";
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
