// Lays out and wires a gr.ChatInterface, of the very components and listeners that anybody's gr.Blocks would have.

import type { ChatMessage } from "../../spec/messages.ts";
import { EditData, SelectData } from "../call-facts.ts";
import { skip, update } from "../update.ts";
import { answer, type ChatFunction } from "./answer.ts";
import { keepConversations } from "./conversations.ts";
import { layOutChat, type Listening } from "./lay-out-chat.ts";
import type { ChatDeclaration } from "./read-chat-interface.ts";
import { lastTurn, saidBy, type Sent, sentAgain } from "./turns.ts";

type Messages = readonly ChatMessage[];

/** What is to be answered, and what was said before it. */
interface Asked {
  readonly before: Messages;
  readonly sent: Sent;
  /** Values for the additional inputs, instead of theirs. */
  readonly rest?: readonly unknown[];
}

/** Returns the State that the messages can be changed by from outside. */
export function buildChat(chat: ChatDeclaration): unknown {
  const parts = layOutChat(chat);
  const { chatbot, fields, submit, stop, chatbotValue } = parts;
  const additional = chat.additionalInputs.map(({ component }) => component);
  const outputs = chat.additionalOutputs.map(({ component }) => component);
  const buttons = [...(submit ? [submit] : []), ...(stop ? [stop] : [])];
  const handles: unknown[] = [];

  /** While something is being answered, Stop stands for Submit. */
  const looks = (running: boolean) => [
    ...(submit ? [update({ visible: !running })] : []),
    ...(stop ? [update({ visible: running })] : []),
  ];

  /** Adds a listener that has something answered; `begin` says what, from the fields and the messages. */
  function answering(listen: Listening, begin: (sent: Sent, messages: Messages) => Asked | null): void {
    const handle = listen({
      async *fn(...args: readonly unknown[]) {
        const typed = fields.length > 1 ? { text: String(args[0]), files: (args[1] ?? []) as File[] } : String(args[0]);
        const asked = begin(typed, args[fields.length] as Messages);
        if (!asked) return;
        const taken = args.slice(fields.length + 1);
        const rest = asked.rest ?? [];
        const steps = answer(
          chat.fn as ChatFunction,
          {
            history: asked.before,
            said: saidBy(asked.sent),
            message: asked.sent,
            additional: taken.map((value, index) => (index < rest.length ? rest[index] : value)),
          },
          outputs.length,
        );
        let first = true;
        for await (const step of steps) {
          const shown = fields.map((_, index) => (first ? (index === 0 ? "" : null) : skip()));
          yield [...shown, step.messages, ...looks(true), ...(step.outputs ?? outputs.map(() => skip()))];
          first = false;
        }
      },
      inputs: [...fields, chatbot, ...additional],
      outputs: [...fields, chatbot, ...buttons, ...outputs],
      showProgress: "minimal",
      concurrencyLimit: chat.concurrencyLimit,
      concurrencyId: "chat",
    });
    handles.push(handle);
    const ended = handle.then({
      fn: (messages: Messages) => [messages, ...looks(false)],
      inputs: [chatbot],
      outputs: [chatbotValue, ...buttons],
      showProgress: "hidden",
    });
    if (parts.kept) keepConversations(ended, parts.kept, chatbot);
  }

  const send = (sent: Sent, before: Messages): Asked | null => {
    const isEmpty = typeof sent === "string" ? sent.trim() === "" : sent.text.trim() === "" && sent.files.length === 0;
    return isEmpty ? null : { before, sent };
  };
  const asSent = (text: string): Sent => (chat.multimodal ? { text, files: [] } : text);
  answering(parts.onSubmit, send);
  answering(chatbot.retry, (_, messages) => {
    const turn = lastTurn(messages);
    return turn && { before: turn.before, sent: sentAgain(turn.said, chat.multimodal) };
  });
  answering(chatbot.optionSelect, (_, before) => send(asSent(SelectData().value), before));
  if (chat.editable) {
    answering(chatbot.edit, (_, messages) => {
      const { index, value } = EditData();
      return send(asSent(String(value)), messages.slice(0, index));
    });
  }
  if (chat.runExamplesOnClick) {
    answering(chatbot.exampleSelect, (_, before) => {
      const example = chat.examples[SelectData().index];
      if (!example) return null;
      const { text, files, rest } = example;
      return { before, sent: chat.multimodal ? { text, files } : text, rest };
    });
  } else {
    chatbot.exampleSelect({
      fn: () => {
        const example = chat.examples[SelectData().index];
        return [example?.text ?? "", ...(fields.length > 1 ? [example?.files ?? null] : [])].slice(0, fields.length);
      },
      outputs: fields,
    });
  }
  const undone = chatbot.undo({
    fn(messages: Messages) {
      const turn = lastTurn(messages);
      if (!turn) return [messages, messages, ...fields.map(() => skip())];
      const sent = sentAgain(turn.said, true) as Exclude<Sent, string>;
      return [turn.before, turn.before, sent.text, ...(fields.length > 1 ? [sent.files] : [])];
    },
    inputs: [chatbot],
    outputs: [chatbot, chatbotValue, ...fields],
    showProgress: "hidden",
  });
  if (parts.kept) keepConversations(undone, parts.kept, chatbot);
  const cleared = chatbot.clear({ fn: () => [[]], outputs: [chatbotValue], showProgress: "hidden" });
  if (parts.kept) keepConversations(cleared, parts.kept, chatbot);
  // What is put there from outside shows.
  chatbotValue.change({
    fn: (messages: Messages) => messages,
    inputs: [chatbotValue],
    outputs: [chatbot],
    showProgress: "hidden",
  });
  if (stop) stop.click({ cancels: handles });
  return chatbotValue;
}
