// Lets code outside of the app talk with a chat: an endpoint that takes a message and gives the answer. As in Gradio, each
// client has a history of its own.

import { type ChatMessage, messageText } from "../../spec/messages.ts";
import { declareComponent } from "../../spec/component-declaration.ts";
import { parameterNames } from "../../spec/parameter-names.ts";
import { componentOf } from "../create-component.ts";
import { skip } from "../update.ts";
import { answer, type ChatFunction } from "./answer.ts";
import { type Conversation, sayFrom } from "./conversation.ts";
import type { ChatParts } from "./lay-out-chat.ts";
import { chatBlocks, listenTo } from "./listen-in.ts";
import type { ChatDeclaration } from "./read-chat-interface.ts";
import { saidBy, type Sent } from "./turns.ts";
import { validatorOf } from "./validator.ts";

export function offerCalls(chat: ChatDeclaration, { textbox, conversation }: ChatParts): void {
  const { validator, apiName } = chat;
  const declaration = declareComponent("json", undefined, { label: "Answer" });
  const said = componentOf(declaration);
  chatBlocks().keep(said, declaration, "chat");
  const additional = chat.additionalInputs.map(({ component }) => component);
  const outputs = chat.additionalOutputs.map(({ component }) => component);
  const listener = {
    async *fn(message: Sent, now: Conversation, ...taken: readonly unknown[]) {
      const from = now.messages.length;
      const turn = { history: structuredClone(now.messages), message, additional: taken };
      for await (const step of answer(chat.fn as ChatFunction, turn, outputs.length)) {
        sayFrom(now, from, [saidBy(message), ...step.messages]);
        const others = step.outputs ?? outputs.map(() => skip());
        const told = toTold(step.messages);
        yield others.length > 0 ? [told, ...others] : told;
      }
    },
    inputs: [textbox, conversation, ...additional],
    outputs: [said, ...outputs],
    concurrencyLimit: chat.concurrencyLimit,
    concurrencyId: "chat",
    apiName,
    ...(validator
      ? {
          validator: validatorOf(validator, {
            about: ([sent, , ...taken]) => ({ sent: sent as Sent, additional: taken, rest: [] }),
            isTyped: true,
          }),
        }
      : {}),
  };
  // The history is the conversation's, so that positions are the same.
  const [first = null, ...names] = parameterNames(Function.prototype.toString.call(chat.fn));
  listenTo([], listener, {
    name: chat.fn.name || "chat",
    callsOnly: [chat.fn, ...(validator ? [validator] : [])],
    parameters: [first ?? "message", ...names],
  });
}

/** A text where that is all; else messages, whose files and components are named. null: as yet, nothing. */
function toTold(messages: readonly ChatMessage[]): unknown {
  const [first, ...more] = messages;
  if (!first || (more.length === 0 && first.content.length === 0)) return null;
  const isText =
    first.metadata === null && first.options === null && first.content.every(({ type }) => type === "text");
  if (more.length === 0 && isText) return messageText(first);
  return messages.map(({ role, content, metadata, options }) => ({
    role,
    content: content.map((part) => {
      if (part.type === "file") return { type: part.type, name: part.file.name, mediaType: part.file.type };
      return part.type === "component" ? { type: part.type, component: part.component, label: part.label } : part;
    }),
    ...(metadata ? { metadata } : {}),
    ...(options ? { options } : {}),
  }));
}
