// Lays out and wires a gr.ChatInterface, of the very components and listeners that anybody's gr.Blocks would have.

import type { ChatMessage } from "../../spec/messages.ts";
import { toMessages } from "../../spec/messages.ts";
import { EditData, SelectData } from "../call-facts.ts";
import type { Dependency } from "../dependency.ts";
import { skip } from "../update.ts";
import { currentPort } from "../port.ts";
import { type Answer, answer, type ChatFunction } from "./answer.ts";
import { type Conversation, hashOf, sayFrom, tell } from "./conversation.ts";
import { keep, type Kept, wireList } from "./conversations.ts";
import { type ChatParts, layOutChat } from "./lay-out-chat.ts";
import { offerCalls } from "./offer-calls.ts";
import { isEvent, listenAfter, listenTo } from "./listen-in.ts";
import type { ChatDeclaration } from "./read-chat-interface.ts";
import { joined, lastTurn, saidBy, type Sent, sentAgain, sentFrom } from "./turns.ts";
import { type Checked, validatorOf } from "./validator.ts";

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

  /**
   * Adds a listener that has something answered; `begin` says what, from what was typed and the messages. `interrupts`: what
   * is being answered then ends, and the last press counts. `keeps`: the answer is kept, and given when the same is asked.
   */
  function answering(
    triggers: readonly unknown[],
    begin: (typed: Sent, messages: readonly ChatMessage[]) => Asked | null,
    { isTyped = false, interrupts = false, keeps = false } = {},
  ): void {
    const { validator } = chat;
    /** What stands in the field is no matter to what was not typed there. */
    const withTyped = (given: readonly unknown[]) =>
      (isTyped ? given : ["", ...given]) as [Sent, Conversation, ...unknown[]];
    const about = (given: readonly unknown[]): Checked | null => {
      const [typed, now, ...taken] = withTyped(given);
      const asked = isTyped ? { sent: typed } : begin(typed, now.messages);
      return asked && { additional: taken.slice(0, additional.length), rest: [], ...asked };
    };
    const options = {
      async *fn(...given: readonly unknown[]) {
        const [typed, now, ...taken] = withTyped(given);
        const asked = begin(typed, now.messages);
        if (!asked) return;
        const { from, sent, rest = [] } = asked;
        const history = structuredClone(now.messages.slice(0, from));
        const values = additional.map((_, index) => (index < rest.length ? rest[index] : taken[index]));
        const turn = { history, message: sent, additional: values };
        const kept = from === 0 ? keptAnswer() : null;
        let isFirst = true;
        for await (const step of kept ?? answer(chat.fn as ChatFunction, turn, outputs.length)) {
          const after = [saidBy(sent), ...step.messages];
          sayFrom(now, from, after);
          const messages = [...history, ...after];
          const emptied = isTyped ? [isFirst ? null : skip()] : [];
          const others = step.outputs ?? outputs.map(() => skip());
          yield isTyped || others.length > 0 ? [...emptied, messages, ...others] : messages;
          isFirst = false;
        }
      },
      inputs: [...(isTyped ? [textbox] : []), conversation, ...additional, ...(validator && !isTyped ? [chatbot] : [])],
      outputs: [...(isTyped ? [textbox] : []), chatbot, ...outputs],
      showProgress: chat.showProgress,
      concurrencyLimit: chat.concurrencyLimit,
      concurrencyId: "chat",
      ...(validator ? { validator: validatorOf(validator, { about, isTyped }) } : {}),
      ...(interrupts ? { triggerMode: "always_last" } : {}),
    };
    const handle = listenTo(triggers, options, {
      name: chat.fn.name || "chat",
      callsOnly: [chat.fn, ...(validator ? [validator] : [])],
      stops: interrupts ? answers : [],
      keeps,
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
  });
  const retried = (_: Sent, messages: readonly ChatMessage[]): Asked | null => {
    const turn = lastTurn(messages);
    return turn && { from: turn.at, sent: sentAgain(turn.said, chat.multimodal) };
  };
  answering([chatbot.retry], retried, { interrupts: true });
  answering([chatbot.optionSelect], (_, messages) => send(asSent(SelectData().value), messages.length));
  if (chat.editable) {
    const edited = (_: Sent, messages: readonly ChatMessage[]): Asked | null => {
      const { index, value } = EditData();
      const said = messages[index];
      if (said?.role !== "user") return null;
      const before = sentAgain(said, chat.multimodal);
      return send(typeof before === "string" ? value : { ...before, text: value }, index);
    };
    answering([chatbot.edit], edited, { interrupts: true });
  }
  if (chat.runExamplesOnClick) {
    const chosen = (_: Sent, messages: readonly ChatMessage[]): Asked | null => {
      const example = chat.examples[SelectData().index];
      return example ? { from: messages.length, sent: sentFrom(example, chat.multimodal), rest: example.rest } : null;
    };
    answering([chatbot.exampleSelect], chosen, { keeps: chat.cacheExamples });
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
      fn(typed: Sent, now: Conversation) {
        const turn = lastTurn(now.messages);
        if (!turn) return skip();
        const sent = sentAgain(turn.said, chat.multimodal);
        now.messages.length = turn.at;
        return [now.messages, joined(sent, typed)];
      },
      inputs: [textbox, conversation],
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
  if (chat.apiName !== null) offerCalls(chat, parts);
  const stops = [...(stop ? [stop.click] : []), ...(isEvent(textbox.stop) ? [textbox.stop] : [])];
  if (stops.length > 0) listenTo(stops, { cancels: answers });
  if (chat.flagging) listenTo([chatbot.like], { inputs: chatbot }, { flags: answers[0] ?? null });
  if (kept && parts.list) wireList(parts.list, { ...parts, kept }, answers);
  return { chatbot, textbox, chatbotValue };
}

/** What was answered to the same example before, if that is kept: the messages after what the user said. */
function keptAnswer(): readonly Answer[] | null {
  const [shown] = currentPort()?.call()?.facts.kept ?? [];
  const read = shown === undefined ? null : toMessages(shown);
  return read?.ok ? [{ messages: read.value.slice(1), outputs: null }] : null;
}
