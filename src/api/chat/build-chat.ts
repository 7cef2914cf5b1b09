// Lays out and wires a gr.ChatInterface, of the very components and listeners that anybody's gr.Blocks would have.

import type { ChatMessage } from "../../spec/messages.ts";
import { toMessages } from "../../spec/messages.ts";
import { EditData, SelectData } from "../call-facts.ts";
import type { Dependency } from "../dependency.ts";
import { skip } from "../update.ts";
import { answer, type ChatFunction } from "./answer.ts";
import { type Conversation, hashOf, sayFrom, tell } from "./conversation.ts";
import { keep, type Kept, wireList } from "./conversations.ts";
import { type ChatParts, layOutChat } from "./lay-out-chat.ts";
import { isEvent, listenAfter, listenTo } from "./listen-in.ts";
import type { ChatDeclaration } from "./read-chat-interface.ts";
import { lastTurn, saidBy, type Sent, sentAgain, sentFrom } from "./turns.ts";
import { validatorOf } from "./validator.ts";

/** What is to be answered, and how many of the messages were before it. */
interface Asked {
  readonly from: number;
  readonly sent: Sent;
  /** Values for the additional inputs, instead of theirs. */
  readonly rest?: readonly unknown[];
}

/** Returns the components that others may want: the chat, its field, and the State that it can be changed by. */
export function buildChat(chat: ChatDeclaration): Pick<ChatParts, "chatbot" | "textbox" | "chatbotValue"> {
  const parts = layOutChat(chat);
  const { chatbot, textbox, submit, stop, conversation, chatbotValue, kept } = parts;
  const also = kept ? [kept] : [];
  const additional = chat.additionalInputs.map(({ component }) => component);
  const outputs = chat.additionalOutputs.map(({ component }) => component);
  const answers: Dependency[] = [];

  /** When the messages have changed: tells `chatbotValue`, and keeps them, if they are kept. */
  function settle(after: Dependency): void {
    listenAfter(after, {
      fn(now: Conversation, saved?: readonly Kept[]) {
        if (!tell(now)) return skip();
        return saved ? [now.messages, keep(now, saved)] : now.messages;
      },
      inputs: [conversation, ...also],
      outputs: [chatbotValue, ...also],
    });
  }

  /** Adds a listener that has something answered; `begin` says what, from what was typed and the messages. */
  function answering(
    triggers: readonly unknown[],
    begin: (typed: Sent, messages: readonly ChatMessage[]) => Asked | null,
    { isTyped, validator }: { readonly isTyped: boolean; readonly validator: ChatFunction | null },
  ): void {
    const options = {
      async *fn(typed: Sent, now: Conversation, ...taken: readonly unknown[]) {
        const asked = begin(typed, now.messages);
        if (!asked) return;
        const { from, sent, rest = [] } = asked;
        const history = structuredClone(now.messages.slice(0, from));
        const values = taken.map((value, index) => (index < rest.length ? rest[index] : value));
        const turn = { history, message: sent, additional: values };
        let isFirst = true;
        for await (const step of answer(chat.fn as ChatFunction, turn, outputs.length)) {
          const after = [saidBy(sent), ...step.messages];
          sayFrom(now, from, after);
          const messages = [...history, ...after];
          const emptied = isTyped ? [isFirst ? null : skip()] : [];
          const others = step.outputs ?? outputs.map(() => skip());
          yield isTyped || others.length > 0 ? [...emptied, messages, ...others] : messages;
          isFirst = false;
        }
      },
      inputs: [textbox, conversation, ...additional],
      outputs: [...(isTyped ? [textbox] : []), chatbot, ...outputs],
      showProgress: "minimal",
      concurrencyLimit: chat.concurrencyLimit,
      concurrencyId: "chat",
      ...(validator ? { validator: validatorOf(validator, additional.length) } : {}),
    };
    const handle = listenTo(triggers, options, {
      name: chat.fn.name || "chat",
      callsOnly: [chat.fn],
      // While something is being answered, Stop stands for Submit.
      whileRunning: { hide: submit ? [submit] : [], show: stop ? [stop] : [] },
    });
    answers.push(handle);
    settle(handle);
  }

  const send = (sent: Sent, from: number): Asked | null => {
    const isEmpty = typeof sent === "string" ? sent.trim() === "" : sent.text.trim() === "" && sent.files.length === 0;
    return isEmpty ? null : { from, sent };
  };
  const asSent = (text: string): Sent => (chat.multimodal ? { text, files: [] } : text);
  answering([textbox.submit, ...(submit ? [submit.click] : [])], (typed, messages) => send(typed, messages.length), {
    isTyped: true,
    validator: chat.validator,
  });
  const pressed = { isTyped: false, validator: null };
  const retried = (_: Sent, messages: readonly ChatMessage[]): Asked | null => {
    const turn = lastTurn(messages);
    return turn && { from: turn.at, sent: sentAgain(turn.said, chat.multimodal) };
  };
  answering([chatbot.retry], retried, pressed);
  answering([chatbot.optionSelect], (_, messages) => send(asSent(SelectData().value), messages.length), pressed);
  if (chat.editable) {
    const edited = (_: Sent, messages: readonly ChatMessage[]): Asked | null => {
      const { index, value } = EditData();
      const said = messages[index];
      if (said?.role !== "user") return null;
      const before = sentAgain(said, chat.multimodal);
      return send(typeof before === "string" ? String(value) : { ...before, text: String(value) }, index);
    };
    answering([chatbot.edit], edited, pressed);
  }
  if (chat.runExamplesOnClick) {
    const chosen = (_: Sent, messages: readonly ChatMessage[]): Asked | null => {
      const example = chat.examples[SelectData().index];
      return example ? { from: messages.length, sent: sentFrom(example, chat.multimodal), rest: example.rest } : null;
    };
    answering([chatbot.exampleSelect], chosen, pressed);
  } else {
    listenTo([chatbot.exampleSelect], {
      fn() {
        const example = chat.examples[SelectData().index];
        const filled = [...(example ? [sentFrom(example, chat.multimodal), ...example.rest] : [])];
        const all = [textbox, ...additional].map((_, index) => (index < filled.length ? filled[index] : skip()));
        return all.length === 1 ? all[0] : all;
      },
      outputs: [textbox, ...additional],
    });
  }
  settle(
    listenTo([chatbot.undo], {
      fn(now: Conversation) {
        const turn = lastTurn(now.messages);
        if (!turn) return skip();
        const sent = sentAgain(turn.said, chat.multimodal);
        now.messages.length = turn.at;
        return [now.messages, sent];
      },
      inputs: conversation,
      outputs: [chatbot, textbox],
      cancels: answers,
    }),
  );
  settle(
    listenTo([chatbot.clear], {
      fn(now: Conversation) {
        now.messages.length = 0;
        return now.messages;
      },
      inputs: conversation,
      outputs: chatbot,
      // What is still being answered would come back.
      cancels: answers,
    }),
  );
  // What is put there from outside shows.
  listenTo([chatbotValue.change], {
    fn(value: unknown, now: Conversation, saved?: readonly Kept[]) {
      const read = toMessages(value);
      if (!read.ok) throw new TypeError(`chatbotValue must be a list of messages, but ${read.error}`);
      if (hashOf(read.value) === now.told) return skip();
      sayFrom(now, 0, read.value);
      tell(now);
      return saved ? [read.value, keep(now, saved)] : read.value;
    },
    inputs: [chatbotValue, conversation, ...also],
    outputs: [chatbot, ...also],
  });
  const stops = [...(stop ? [stop.click] : []), ...(isEvent(textbox.stop) ? [textbox.stop] : [])];
  if (stops.length > 0) listenTo(stops, { cancels: answers });
  if (chat.flagging) listenTo([chatbot.like], { inputs: chatbot }, { flags: answers[0] ?? null });
  if (kept && parts.list) wireList(parts.list, { ...parts, kept }, answers);
  return { chatbot, textbox, chatbotValue };
}
