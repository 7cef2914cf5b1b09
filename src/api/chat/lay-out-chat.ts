// The components of a gr.ChatInterface, where they stand.

import { Button, type ButtonOptions } from "../button.ts";
import { Chatbot } from "../chatbot.ts";
import { Accordion, Column, Row } from "../layout.ts";
import { Markdown } from "../markdown.ts";
import { namedState } from "../chat-states.ts";
import { MultimodalTextbox } from "../multimodal-textbox.ts";
import { Textbox } from "../textbox.ts";
import type { ChatSource } from "./chat-source.ts";
import { newConversation } from "./conversation.ts";
import { createKept, layOutList, type List } from "./conversations.ts";
import { chatBlocks } from "./listen-in.ts";
import type { ChatDeclaration, Placed } from "./read-chat-interface.ts";

export interface ChatParts {
  readonly chatbot: ChatSource;
  readonly textbox: ChatSource;
  readonly submit: ChatSource | null;
  readonly stop: ChatSource | null;
  /** State: what is being said. */
  readonly conversation: object;
  /** State: the messages, for others to change. */
  readonly chatbotValue: ChatSource;
  /** BrowserState with the conversations that are kept, and their list. */
  readonly kept: object | null;
  readonly list: List | null;
}

type Main = Pick<ChatParts, "chatbot" | "textbox" | "submit" | "stop">;

export function layOutChat(chat: ChatDeclaration): ChatParts {
  const states = {
    conversation: namedState("conversation", newConversation),
    chatbotValue: namedState("chatbotValue", []) as ChatSource,
  };
  if (chat.title) Markdown(`# ${chat.title}`);
  if (chat.description) Markdown(chat.description);
  if (!chat.saveHistory) return { ...states, ...layOutMain(chat), kept: null, list: null };
  const kept = createKept();
  const [list, main] = sideBySide(layOutList, () => layOutMain(chat));
  return { ...states, ...main, kept, list };
}

function sideBySide<Aside, Beside>(aside: () => Aside, beside: () => Beside): [Aside, Beside] {
  const made: { aside?: Aside; beside?: Beside } = {};
  Row({}, () => {
    Column({ scale: 1, minWidth: 180, elemClasses: "conversations" }, () => void (made.aside = aside()));
    Column({ scale: 4, minWidth: 320 }, () => void (made.beside = beside()));
  });
  return [made.aside as Aside, made.beside as Beside];
}

function layOutMain(chat: ChatDeclaration): Main {
  const chatbot = (place(chat.chatbot) ?? createChatbot(chat)) as ChatSource;
  const made: { textbox?: ChatSource; submit?: ChatSource; stop?: ChatSource } = {};
  Row({}, () => {
    made.textbox = (place(chat.textbox) ?? createTextbox(chat)) as ChatSource;
    const look = { scale: 1, minWidth: 90 };
    if (chat.submit !== null) made.submit = createButton(chat.submit, { ...look, variant: "primary" });
    if (chat.stop !== null) made.stop = createButton(chat.stop, { ...look, variant: "stop", visible: false });
  });
  if (chat.additionalInputs.length > 0) {
    Accordion(chat.accordion.label, { open: chat.accordion.open }, () => chat.additionalInputs.forEach(place));
  }
  const { textbox, submit = null, stop = null } = made;
  if (!textbox) throw new Error("The chat was not laid out.");
  return { chatbot, textbox, submit, stop };
}

function createChatbot(chat: ChatDeclaration): object {
  return Chatbot({
    label: "Chatbot",
    autoscroll: chat.autoscroll,
    editable: chat.editable ? "user" : null,
    ...(chat.flagging ? { feedbackOptions: chat.flagging } : {}),
    examples: chat.examples.map(({ text, files, label, icon }) => ({
      text,
      files,
      ...(label === null ? {} : { displayText: label }),
      ...(icon === null ? {} : { icon }),
    })),
  });
}

function createTextbox({ multimodal, autofocus }: ChatDeclaration): object {
  const options = { label: "Message", showLabel: false, placeholder: "Type a message...", scale: 7, autofocus };
  return multimodal ? MultimodalTextbox({ ...options, fileCount: "multiple", submitBtn: false }) : Textbox(options);
}

function createButton(text: string, options: ButtonOptions): ChatSource {
  return Button(text, options) as unknown as ChatSource;
}

/** Puts a component that has no place yet where the callback is. */
function place(placed: Placed | null): object | null {
  if (!placed) return null;
  chatBlocks().place(placed.component, placed.declaration);
  return placed.component;
}
