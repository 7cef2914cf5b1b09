// gr.Chatbot and gr.ChatMessage

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";
import "./message-component.ts";
import type { ImageSource } from "./image.ts";
import type { LatexDelimiter } from "./markdown.ts";

/** A message, as a function may return it. */
export interface Message {
  /** Who says it. */
  role: "user" | "assistant" | "system";
  /** A text in Markdown, a file, a component such as `gr.Image(blob)`, or a list of them. */
  content: MessageContent | readonly MessageContent[];
  /** With a title it is a thought, which opens and closes. Default: none. */
  metadata?: Metadata | null;
  /** Answers that are offered as buttons below it. Default: none. */
  options?: readonly MessageOption[] | null;
}

export type MessageContent =
  | string
  | number
  | Blob
  | Component
  | { readonly type: "text"; readonly text: string }
  | { readonly path: Blob; readonly altText?: string }
  | { readonly type: "file"; readonly file: File; readonly altText: string | null }
  | { readonly type: "component"; readonly component: string };

/** A message whose role TypeScript has taken for any text, as in a list that a function makes: that is checked when it returns. */
interface Unnarrowed extends Omit<Message, "role"> {
  role: string;
}

export interface Metadata {
  /** Heading of the thought. */
  title?: string | null;
  /** Names it, for `parentId` of others. */
  id?: string | number | null;
  /** Of the thought that this one belongs to. Gradio's `parent_id`. */
  parentId?: string | number | null;
  /** "pending" shows that it goes on, "done" that it has ended. */
  status?: "pending" | "done" | null;
  /** How long it took, in seconds. */
  duration?: number | null;
  /** Beside the title, in small letters. */
  log?: string | null;
}

export interface MessageOption {
  /** What is sent when it is chosen. */
  readonly value: string;
  /** What it says. Default: the value. */
  readonly label?: string;
}

/** A message, as a function receives it in a history. */
export interface HistoryMessage {
  role: "user" | "assistant" | "system";
  /** Its parts: `{ type: "text", text }`, `{ type: "file", file, altText }` or `{ type: "component", component, value }`. */
  content: (
    | { type: "text"; text: string }
    | { type: "file"; file: File; altText: string | null }
    | { type: "component"; component: string; label: string; value: unknown; props: Record<string, unknown> }
  )[];
  metadata: Required<Metadata> | null;
  options: { value: string; label: string }[] | null;
}

export interface ChatbotOptions extends CommonOptions {
  /** The messages at first, and after Clear. Default: none. */
  value?: Computable<readonly Message[] | null>;
  /** Pixels, or a CSS length such as "50vh". Default: 400. */
  height?: number | string | null;
  /** As `height`, at most. Gradio's `max_height`. */
  maxHeight?: number | string | null;
  /** As `height`, at least. Gradio's `min_height`. */
  minHeight?: number | string | null;
  /** "bubble": the user's messages stand apart on the other side; "panel": all in one column. Default: "bubble". */
  layout?: "bubble" | "panel";
  /** Markdown that stands there while there is no message. Default: none. */
  placeholder?: string | null;
  /** Messages that are offered while there is none; `icon` is a picture, as `gr.Image` takes it. Default: none. */
  examples?: readonly (
    | string
    | {
        readonly text?: string;
        readonly displayText?: string;
        readonly files?: readonly Blob[];
        readonly icon?: ImageSource | null;
      }
  )[];
  /** Whose messages can be edited, if there is an edit listener. Default: null, nobody's. */
  editable?: "user" | "all" | null;
  /** What stands around formulas in LaTeX, as for gr.Markdown. Gradio's `latex_delimiters`. */
  latexDelimiters?: readonly LatexDelimiter[] | null;
  /** Whether text runs from right to left. Default: false. */
  rtl?: boolean;
  /** Whether each line break is one. Default: true. Gradio's `line_breaks`. */
  lineBreaks?: boolean;
  /** Whether texts are Markdown. Default: true. Gradio's `render_markdown`. */
  renderMarkdown?: boolean;
  /** Accepted because Gradio has it; what a program shows is always made safe here. Gradio's `sanitize_html`. */
  sanitizeHtml?: boolean;
  /** Whether it follows what is new, unless the reader has scrolled up. Default: true. */
  autoscroll?: boolean;
  /** "copy": a button at each message; "copy_all": one for the whole chat; "share" does nothing. Default: the first two. */
  buttons?: readonly ("copy" | "copy_all" | "share")[] | null;
  /** Pictures of the user and of the assistant: a Blob, a text that begins with "data:image/", or null. Gradio's `avatar_images`. */
  avatarImages?: readonly [Blob | string | null, Blob | string | null] | null;
  /** What a like listener may hear; "Like" and "Dislike" are thumbs. Default: these two. Gradio's `feedback_options`. */
  feedbackOptions?: readonly string[];
  /** Whether the user's own messages can be liked, too. Default: false. Gradio's `like_user_message`. */
  likeUserMessage?: boolean;
  /** Whether messages of one side that follow one another have one row of buttons. Default: true. */
  groupConsecutiveMessages?: boolean;
}

/**
 * A chat.
 *
 * As an output, it shows a list of messages `{ role, content }`; null or undefined empties it. Content is Markdown, a file
 * (images, sound and video show), a component, or a list of them. As an input, the function receives the list, each content
 * as a list of parts.
 *
 * Buttons for what nobody listens to do not show: retry, undo, like, edit.
 *
 * Its name in a list is `"chatbot"`.
 *
 * @param value The messages at first; or the options.
 * @example gr.Chatbot({ label: "Chat", placeholder: "Say hello" })
 */
export function Chatbot(
  value?: Computable<readonly Message[] | null> | ChatbotOptions,
  options?: ChatbotOptions,
): Component<
  HistoryMessage[],
  readonly (Message | HistoryMessage | Unnarrowed)[] | null | undefined | void,
  "change" | "select" | "like" | "retry" | "undo" | "exampleSelect" | "optionSelect" | "clear" | "copy" | "edit"
> {
  return createComponent("chatbot", value, options);
}

/**
 * A message, for those who like to name what they make: the same as the object with a role.
 *
 * @param options Content, and what else a message has. `role` is "assistant" unless it is said.
 * @example gr.ChatMessage({ content: "Searching…", metadata: { title: "🔎 Search", status: "pending" } })
 */
export function ChatMessage({
  role = "assistant",
  ...rest
}: Omit<Message, "role"> & Partial<Pick<Message, "role">>): Message {
  return { role, ...rest };
}
