// What code outside of the app calls of a chat: a message, and the answer to it. The conversation is that of its own session.

import { declareComponent } from "../../spec/component-declaration.ts";
import type { ChatMessage } from "../../spec/messages.ts";
import { componentOf } from "../create-component.ts";
import { readListener, type Used } from "../listener-options.ts";
import { skip } from "../update.ts";
import { answer, type ChatFunction } from "./answer.ts";
import { type Conversation, sayFrom } from "./conversation.ts";
import type { ChatParts } from "./lay-out-chat.ts";
import { chatBlocks } from "./listen-in.ts";
import type { ChatDeclaration } from "./read-chat-interface.ts";
import { saidBy, type Sent } from "./turns.ts";

/** Unless the chat is to have none. What is listed and shown of conversations is for those who look at it. */
export function offerEndpoint(chat: ChatDeclaration, { conversation }: Pick<ChatParts, "conversation">): void {
  if (chat.apiName === null) return;
  const context = chatBlocks();
  // Components that are seen nowhere carry what it takes and returns.
  const unseen = (kind: "json" | "multimodaltextbox" | "textbox", label: string): Used => {
    const declaration = declareComponent(kind, undefined, { label });
    return context.keep(componentOf(declaration), declaration, `chat.${label}`);
  };
  const outputs = chat.additionalOutputs.map(({ component }) => component);
  const record = readListener(
    {
      // Without names of its own: what it takes is called as the components are.
      async *fn(...taken: readonly [Sent, Conversation, ...unknown[]]) {
        const [sent, now, ...additional] = taken;
        const from = now.messages.length;
        const turn = { history: structuredClone(now.messages), message: sent, additional };
        for await (const step of answer(chat.fn as ChatFunction, turn, outputs.length)) {
          sayFrom(now, from, [saidBy(sent), ...step.messages]);
          const response = toResponse(step.messages);
          yield outputs.length === 0 ? response : [response, ...(step.outputs ?? outputs.map(() => skip()))];
        }
      },
      inputs: [conversation, ...chat.additionalInputs.map(({ component }) => component)],
      outputs,
      showProgress: "hidden",
      concurrencyLimit: chat.concurrencyLimit,
      concurrencyId: "chat",
      apiName: chat.apiName,
    },
    "chat",
  );
  context.listen(
    "chat",
    [],
    {
      ...record,
      inputs: [unseen(chat.multimodal ? "multimodaltextbox" : "textbox", "message"), ...record.inputs],
      outputs: [unseen("json", "response"), ...record.outputs],
    },
    { name: chat.fn.name || "chat", callsOnly: [chat.fn] },
  );
}

/** A single text as it is; else the messages, in which JSON has no form for a file: it is named. */
function toResponse(messages: readonly ChatMessage[]): unknown {
  const [only] = messages;
  if (!only || (messages.length === 1 && only.content.length === 0)) return "";
  const [part] = only.content;
  if (messages.length === 1 && only.content.length === 1 && part?.type === "text" && !only.metadata) return part.text;
  return messages.map(({ role, content, metadata, options }) => ({
    role,
    content: content.map((each) =>
      each.type === "file" ? { type: "file", name: each.file.name, altText: each.altText } : each,
    ),
    ...(metadata ? { metadata } : {}),
    ...(options ? { options } : {}),
  }));
}
