// The components of a gr.ChatInterface, where they stand.

import type { ChatMessage } from "../../spec/messages.ts";
import { currentBlocks } from "../blocks-context.ts";
import { Button } from "../button.ts";
import { Chatbot } from "../chatbot.ts";
import { File as FileField } from "../file.ts";
import { Accordion, Column, Row } from "../layout.ts";
import { Markdown } from "../markdown.ts";
import { on } from "../on.ts";
import { State } from "../chat-states.ts";
import { Textbox } from "../textbox.ts";
import { layOutConversations, type Kept } from "./conversations.ts";
import type { ChatDeclaration, Placed } from "./read-chat-interface.ts";

/** A listener's options are checked where it is made; here they are what they are. */
export type Listening = (options: Readonly<Record<string, unknown>>) => { readonly then: Listening };

/** A component with its events. */
export type Source = Readonly<
  Record<
    "change" | "clear" | "click" | "edit" | "exampleSelect" | "optionSelect" | "retry" | "submit" | "undo",
    Listening
  >
>;

export interface ChatParts {
  readonly chatbot: Source;
  /** The text, and with a multimodal chat its files. */
  readonly fields: readonly object[];
  readonly submit: Source | null;
  readonly stop: Source | null;
  readonly chatbotValue: Source;
  readonly kept: Kept | null;
  readonly onSubmit: Listening;
}

export function layOutChat(chat: ChatDeclaration): ChatParts {
  const chatbotValue = State<readonly ChatMessage[]>([]) as unknown as Source;
  if (chat.title) Markdown(`# ${chat.title}`);
  if (chat.description) Markdown(chat.description);
  const hold: { chatbot?: Source; fields?: readonly object[]; submit?: Source; stop?: Source; kept?: Kept } = {};
  const main = (): void => {
    hold.chatbot = place(chat.chatbot) ?? (createChatbot(chat) as unknown as Source);
    Row({}, () => {
      const text =
        place(chat.textbox) ??
        Textbox({ label: "Message", showLabel: false, placeholder: "Type a message...", scale: 7 });
      hold.fields = [text as object];
      if (chat.submit !== null) {
        hold.submit = Button(chat.submit, { variant: "primary", scale: 1, minWidth: 90 }) as unknown as Source;
      }
      if (chat.stop !== null) {
        hold.stop = Button(chat.stop, { variant: "stop", scale: 1, minWidth: 90, visible: false }) as unknown as Source;
      }
    });
    if (chat.multimodal)
      hold.fields = [...(hold.fields ?? []), FileField({ label: "Files", fileCount: "multiple", required: false })];
    if (chat.additionalInputs.length > 0) {
      Accordion(chat.accordion.label, { open: chat.accordion.open }, () => chat.additionalInputs.forEach(place));
    }
  };
  if (chat.saveHistory) {
    Row({}, () => {
      Column({ scale: 1, minWidth: 180 }, () => (hold.kept = layOutConversations(() => hold.chatbot, chatbotValue)));
      Column({ scale: 4 }, main);
    });
  } else main();
  const { chatbot, fields = [], submit = null, stop = null, kept = null } = hold;
  if (!chatbot) throw new Error("The chat was not laid out.");
  const [text] = fields as unknown as readonly Source[];
  const triggers = [...(text ? [text.submit] : []), ...(submit ? [submit.click] : [])];
  const onSubmit = ((options: object) =>
    Reflect.apply(on, undefined, [{ ...options, triggers }])) as unknown as Listening;
  kept?.wire(chatbot);
  return { chatbot, fields, submit, stop, chatbotValue, kept, onSubmit };
}

function createChatbot(chat: ChatDeclaration): object {
  return Chatbot({
    label: "Chatbot",
    autoscroll: chat.autoscroll,
    editable: chat.editable ? "user" : null,
    examples: chat.examples.map(({ text, files, label }) => ({
      text,
      files,
      ...(label ? { displayText: label } : {}),
    })),
  });
}

/** Puts a component that has no place yet where the callback is. */
function place(placed: Placed | null): Source | null {
  if (!placed) return null;
  currentBlocks()?.place(placed.component, placed.declaration);
  return placed.component as Source;
}
