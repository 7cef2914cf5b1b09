// Chatbot: the page holds the list of messages.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { buttons, size } from "../display-options.ts";
import { isMessages, toMessages } from "../messages.ts";
import { pictureOption } from "../picture.ts";
import { choice, flag, optionalText, parameter, type Parameter } from "../parameter.ts";
import { latexDelimiters } from "./markdown.ts";

const messages: Parameter = {
  default: [],
  read(value, path) {
    const read = toMessages(value);
    if (read.ok) return read.value;
    throw new DeclarationError(path, `must be a list of messages, but ${read.error}`);
  },
};

const examples: Parameter = { default: [], read: readExamples };

const texts = (initial: readonly string[]) =>
  parameter(
    initial,
    "a list of texts",
    (value) => Array.isArray(value) && value.length <= 20 && value.every((item) => typeof item === "string"),
  );

export const chatbot: KindDefinition = {
  kind: "chatbot",
  name: "Chatbot",
  shortcuts: ["chatbot"],
  first: "value",
  events: ["change", "select", "like", "retry", "undo", "exampleSelect", "optionSelect", "clear", "copy", "edit"],
  parameters: {
    height: size(400),
    maxHeight: size(),
    minHeight: size(),
    layout: choice("bubble", "panel"),
    placeholder: optionalText(100_000),
    examples,
    editable: parameter(null, '"user", "all" or null', (value) => [null, "user", "all"].some((each) => each === value)),
    latexDelimiters,
    rtl: flag(false),
    lineBreaks: flag(true),
    renderMarkdown: flag(true),
    sanitizeHtml: flag(true),
    autoscroll: flag(true),
    buttons: buttons(["copy", "copy_all"], "copy", "copy_all", "share"),
    avatarImages: { default: null, read: readAvatars },
    feedbackOptions: texts(["Like", "Dislike"]),
    likeUserMessage: flag(false),
    groupConsecutiveMessages: flag(true),
  },
  renamed: {
    max_height: "maxHeight",
    min_height: "minHeight",
    latex_delimiters: "latexDelimiters",
    line_breaks: "lineBreaks",
    render_markdown: "renderMarkdown",
    sanitize_html: "sanitizeHtml",
    show_copy_button: "buttons",
    avatar_images: "avatarImages",
    feedback_options: "feedbackOptions",
    like_user_message: "likeUserMessage",
    group_consecutive_messages: "groupConsecutiveMessages",
  },
  value: messages,

  checkInput: (value) => (isMessages(value) ? null : `These must be messages; this is ${describeValue(value)}.`),

  preprocess: (value) =>
    isMessages(value) ? ok(value) : err(`These must be messages; this is ${describeValue(value)}.`),

  isOutput: isMessages,

  postprocess(value) {
    const read = toMessages(value);
    return read.ok ? read : err(`is a Chatbot, which shows a list of messages, but ${read.error}`);
  },
};

function readExamples(value: unknown, path: string): unknown {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > 1000) {
    throw new DeclarationError(path, `must be a list such as [{ text: "Hello" }], but it is ${describeValue(value)}`);
  }
  return value.map((item: unknown, index) => {
    const given: Record<string, unknown> = typeof item === "string" ? { text: item } : { ...Object(item) };
    const { text = "", displayText = null, files = [] } = given;
    const icon = pictureOption.read(given["icon"], `${path}[${index}].icon`);
    if (typeof text === "string" && (displayText === null || typeof displayText === "string") && isFileList(files)) {
      return { text, displayText, files, icon };
    }
    throw new DeclarationError(
      `${path}[${index}]`,
      `must be such as { text: "Hello" }, but it is ${describeValue(item)}`,
    );
  });
}

function isFileList(value: unknown): value is readonly Blob[] {
  return Array.isArray(value) && value.length <= 100 && value.every((item) => item instanceof Blob);
}

/** Of the user and of the assistant: an image, its address as data, or null. */
function readAvatars(value: unknown, path: string): unknown {
  if (value === undefined || value === null) return null;
  const isImage = (item: unknown) =>
    item === null ||
    item instanceof Blob ||
    (typeof item === "string" && item.startsWith("data:image/") && item.length <= 1_000_000);
  if (Array.isArray(value) && value.length === 2 && value.every(isImage)) return value;
  throw new DeclarationError(
    path,
    `must be two images, of the user and of the assistant, each a Blob, a text that begins with "data:image/", or null; it is ${describeValue(value)}`,
  );
}
