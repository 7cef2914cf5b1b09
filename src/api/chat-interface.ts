// gr.ChatInterface

import { Blocks, type Blocks as BlocksApp } from "./blocks.ts";
import { appMethods } from "./create-app.ts";
import { currentBlocks } from "./current-blocks.ts";
import { buildChat } from "./chat/build-chat.ts";
import { readChatInterface } from "./chat/read-chat-interface.ts";
import type { HistoryMessage, Message } from "./chatbot.ts";
import type { Component } from "./component.ts";
import type { ComponentLike, FunctionOf, Parameters } from "./function-types.ts";
import type { ImageSource } from "./image.ts";
import type { MultimodalMessage, MultimodalSource } from "./multimodal-textbox.ts";

/** What `gr.ChatInterface` takes. */
export interface ChatInterfaceOptions<Multimodal extends boolean = false, Additional = null> {
  /**
   * The function: takes the message, what was said before (a copy, without the message), and the values of the additional
   * inputs. It returns a text in Markdown, a component such as `gr.Image(blob)`, a message `{ role, content, metadata,
   * options }`, or a list of them. A generator yields the whole answer so far, each time.
   */
  fn: FunctionOf<[message: Said<Multimodal>, history: HistoryMessage[], ...Parameters<Additional>], unknown>;
  /** Whether messages may have files; then the function takes `{ text, files }`. Default: false. */
  multimodal?: Multimodal;
  /** The gr.Chatbot to use. Default: one of its own. */
  chatbot?: Component | null;
  /** The gr.Textbox to use, or the gr.MultimodalTextbox, if messages may have files. Default: one of its own. */
  textbox?: Component | null;
  /** Components whose values the function takes after the history. They stand below, unless they have a place already. */
  additionalInputs?: Additional;
  /** What the accordion around them is called. Default: "Additional Inputs". Gradio: additional_inputs_accordion. */
  additionalInputsAccordion?: string | { readonly label?: string; readonly open?: boolean } | null;
  /** Components of the gr.Blocks around it; the function then returns `[answer, …a value for each]`. */
  additionalOutputs?: Component | readonly Component[] | null;
  /** Whether the person can edit what they said, to have it answered again. Default: false. */
  editable?: boolean;
  /** Messages to begin with: texts, or `{ text, files }`; with additional inputs, lists with a value for each. Default: none. */
  examples?: readonly (MultimodalSource | readonly unknown[])[] | null;
  /** What the examples say instead. As many as there are examples. Gradio: example_labels. */
  exampleLabels?: readonly string[] | null;
  /** A picture for each example, as `gr.Image` takes them, or null. Default: none. Gradio: example_icons. */
  exampleIcons?: readonly (ImageSource | null)[] | null;
  /** Whether an example is sent when it is chosen; else it is put into the field. Default: true. Gradio: run_examples_on_click. */
  runExamplesOnClick?: boolean;
  /**
   * Whether the answer to an example is remembered in this browser until the code changes: then it is there at once when the
   * example is sent again. Off with `additionalOutputs`. Default: false. Gradio: cache_examples.
   */
  cacheExamples?: boolean | null;
  /** Accepted because Gradio has it. An example is answered when it is first sent, whatever this says. */
  cacheMode?: "lazy" | "eager" | null;
  /** Heading. Default: none. */
  title?: string | null;
  /** Markdown under the heading. Default: none. */
  description?: string | null;
  /** What the button says, or false for none. Default: "Submit". Gradio: submit_btn. */
  submitBtn?: string | boolean | null;
  /** What the button says that stops an answer, or false for none. Default: "Stop". Gradio: stop_btn. */
  stopBtn?: string | boolean | null;
  /** Whether the chat follows what is new. Default: true. */
  autoscroll?: boolean;
  /** As for `gr.Interface`. Default: 1. Gradio: concurrency_limit. */
  concurrencyLimit?: number | null;
  /**
   * What is seen while an answer is on its way: "minimal" the time, "full" its progress too, "hidden" nothing. Default:
   * "minimal". Gradio: show_progress.
   */
  showProgress?: "full" | "minimal" | "hidden" | null;
  /** Whether conversations are kept in this browser and listed beside the chat. Default: false. Gradio: save_history. */
  saveHistory?: boolean;
  /**
   * "manual": each answer can be liked, and what was said of it is kept in this browser, under "flagged". Default: "never".
   * Gradio: flagging_mode.
   */
  flaggingMode?: "never" | "manual" | null;
  /** What can be said of an answer; "Like" and "Dislike" are thumbs. Default: these two. Gradio: flagging_options. */
  flaggingOptions?: readonly string[];
  /**
   * Called with a message, and the values of the additional inputs, before it is answered, whether it was typed, edited,
   * chosen or is asked again: returns a `gr.validate(…)` for the message, or a list with one for each. Default: none.
   */
  validator?: FunctionOf<[message: Said<Multimodal>, ...Parameters<Additional>], unknown> | null;
  /**
   * Under which name code outside of the app sends it messages, and gets the answers: each client has a history of its own.
   * false: it may not. Default: the function's name, or "chat". Gradio: api_name.
   */
  apiName?: string | false | null;
  /** Whether code outside of the app may talk with it: "private" means it may not. Default: "public". Gradio: api_visibility. */
  apiVisibility?: "public" | "private" | "undocumented" | null;
  /** Whether one can type at once, when nothing else has the focus. Default: true. */
  autofocus?: boolean;
  /** Whether it takes all the width there is. Default: false. Gradio: fill_width. */
  fillWidth?: boolean;
  /** Accepted because Gradio has it; an app here is as high as it needs. Gradio: fill_height. */
  fillHeight?: boolean;
}

type Said<Multimodal> = Multimodal extends true ? MultimodalMessage : string;

/** A chat, as an app. */
export interface ChatInterfaceApp extends BlocksApp {
  /** Its gr.Chatbot. */
  readonly chatbot: Component;
  /** Its gr.Textbox, or gr.MultimodalTextbox. */
  readonly textbox: Component;
  /** A State with the messages: what a listener puts there, the chat shows. Gradio: chatbot_value. */
  readonly chatbotValue: Component<HistoryMessage[], readonly (Message | HistoryMessage)[], "change">;
}

/**
 * A chat around one function: it keeps the history, and has buttons to send again, take back, edit, clear and stop. Export it
 * as the default, or put it into a gr.Blocks.
 *
 * @param options See there; or the function.
 * @param rest The other options, where the function stands first.
 * @returns The app; `chatbotValue` changes the chat from outside.
 * @throws DeclarationError if something in the options is wrong; it names the place.
 * @example export default gr.ChatInterface({ fn: (message: string) => `You said: ${message}` });
 */
export function ChatInterface<
  const Multimodal extends boolean = false,
  const Additional extends ComponentLike | readonly ComponentLike[] | null = null,
>(
  options: ChatInterfaceOptions<Multimodal, Additional> | ChatInterfaceOptions<Multimodal, Additional>["fn"],
  rest?: Omit<ChatInterfaceOptions<Multimodal, Additional>, "fn">,
): ChatInterfaceApp {
  const chat = readChatInterface(options, rest);
  // Within a gr.Blocks it is a part of that: its additional outputs are that one's.
  const around = currentBlocks();
  let parts: object = {};
  const build = (): void => {
    parts = buildChat(chat);
  };
  const app = around ? partOf(build) : Blocks(build, { title: chat.title, fillWidth: chat.fillWidth });
  return Object.assign(app, parts) as unknown as ChatInterfaceApp;
}

function partOf(build: () => void): object {
  build();
  return Object.create(appMethods) as object;
}
