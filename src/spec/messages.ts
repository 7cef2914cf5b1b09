// Messages of a chat: as a person writes them, and as the page holds them, each with its role and a list of parts.

import { err, ok, type Result } from "../base/result.ts";
import { describeValue } from "./describe-value.ts";
import { isText } from "./texts.ts";
import { countText } from "./count-text.ts";

export interface ChatMessage {
  readonly role: "user" | "assistant" | "system";
  readonly content: readonly MessagePart[];
  readonly metadata: MessageMetadata | null;
  /** Answers that are offered as buttons. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
}

export type MessagePart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "file"; readonly file: File; readonly altText: string | null }
  | ComponentPart;

/** A component within a message, by its kind and what was declared of it. */
export interface ComponentPart {
  readonly type: "component";
  readonly component: string;
  readonly label: string;
  readonly value: unknown;
  readonly props: Readonly<Record<string, unknown>>;
}

export interface MessageMetadata {
  /** Makes it a thought, which opens and closes under this title. */
  readonly title: string | null;
  readonly id: string | null;
  /** Of the thought that it belongs to. */
  readonly parentId: string | null;
  readonly status: "pending" | "done" | null;
  /** In seconds. */
  readonly duration: number | null;
  readonly log: string | null;
}

const limits = { messages: 100_000, parts: 1000, options: 100 };

/** Finds what was declared with a component, or null for anything else. The module `interstate` says how. */
let readComponent: (value: object) => ComponentPart | null = () => null;

export function readMessageComponentsWith(reader: typeof readComponent): void {
  readComponent = reader;
}

/** From what a function returned for a whole chat. The error goes on after "but". */
export function toMessages(value: unknown): Result<readonly ChatMessage[], string> {
  if (value === null || value === undefined) return ok([]);
  if (!Array.isArray(value)) return err(`the function returned ${describeValue(value)}`);
  if (value.length > limits.messages)
    return err(`the list has ${countText(value.length)} messages; at most 100,000 can be shown`);
  const messages: ChatMessage[] = [];
  for (const [index, item] of value.entries()) {
    const message = toMessage(item, null);
    if (!message.ok) return err(`message ${index} ${message.error}`);
    messages.push(message.value);
  }
  return ok(messages);
}

/**
 * From one message. `role`: what a text or a component alone is said by; null: it has to say so itself. The error goes on
 * after "message 3".
 */
export function toMessage(value: unknown, role: ChatMessage["role"] | null): Result<ChatMessage, string> {
  if (isKnown(value)) return ok(copyOf(value));
  if (Array.isArray(value) && role === null) {
    return err('is a list; since Gradio 6 a message is an object such as { role: "user", content: "Hello" }');
  }
  const given: Record<string, unknown> = isRecord(value) && "content" in value ? value : { content: value };
  const said = given["role"] ?? role;
  if (said !== "user" && said !== "assistant" && said !== "system") {
    if (said === null && !("content" in Object(value))) return err(`is ${describeValue(value)}; ${form}`);
    return err(
      `has the role ${said === null ? "of nobody" : describeValue(said)}; it must be "user", "assistant" or "system"`,
    );
  }
  const content = toParts(given["content"]);
  if (!content.ok) return content;
  const metadata = toMetadata(given["metadata"]);
  if (!metadata.ok) return metadata;
  const options = toOptions(given["options"]);
  if (!options.ok) return options;
  return ok({ role: said, content: content.value, metadata: metadata.value, options: options.value });
}

/** Whether a value has the form that `toMessages` gives. What the messages hold is left to who draws them. */
export function isMessages(value: unknown): value is readonly ChatMessage[] {
  return Array.isArray(value) && value.length <= limits.messages && value.every(isKnown);
}

/** The text of a message, without its files and components. */
export function messageText({ content }: Pick<ChatMessage, "content">): string {
  return content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}

const form = 'a message is an object such as { role: "assistant", content: "Hello" }';

function isKnown(value: unknown): value is ChatMessage {
  const { role, content, metadata, options }: Record<string, unknown> = Object(value);
  if (role !== "user" && role !== "assistant" && role !== "system") return false;
  if (!Array.isArray(content) || content.length > limits.parts || !content.every(isPart)) return false;
  const hasMetadata =
    metadata === null || (isRecord(metadata) && toMetadata(metadata).ok && "parentId" in metadata && "log" in metadata);
  return hasMetadata && (options === null || (Array.isArray(options) && toOptions(options).ok));
}

/** What a function returned of shared state, or goes on changing, is none of what was shown. */
function copyOf({ role, content, metadata, options }: ChatMessage): ChatMessage {
  return {
    role,
    content: content.map((part) => (part.type === "component" ? structuredClone(part) : { ...part })),
    metadata: metadata && { ...metadata },
    options: options && options.map((option) => ({ ...option })),
  };
}

function isPart(value: unknown): value is MessagePart {
  const { type, text, file, component, label, props }: Record<string, unknown> = Object(value);
  if (type === "text") return isText(text);
  if (type === "file") return file instanceof File;
  return type === "component" && typeof component === "string" && typeof label === "string" && isRecord(props);
}

function toParts(content: unknown): Result<readonly MessagePart[], string> {
  if (content === null || content === undefined) return ok([]);
  const list: readonly unknown[] = Array.isArray(content) ? content : [content];
  if (list.length > limits.parts) return err(`has ${list.length} parts; at most 1,000 can be shown`);
  const parts: MessagePart[] = [];
  for (const item of list) {
    const part = toPart(item);
    if (!part)
      return err(`has the content ${describeValue(item)}; it must be a text, a file, a component, or a list of them`);
    parts.push(part);
  }
  return ok(parts);
}

function toPart(item: unknown): MessagePart | null {
  if (typeof item === "number" || typeof item === "bigint") return { type: "text", text: String(item) };
  if (isText(item)) return { type: "text", text: item };
  if (item instanceof Blob) return filePart(item, null);
  if (typeof item !== "object" || item === null) return null;
  const component = readComponent(item);
  if (component) return component;
  const { type, text, file, path, altText, alt_text: alt }: Record<string, unknown> = { ...item };
  if (isPart(item)) return item;
  if (type === "text" && isText(text)) return { type, text };
  const held = file ?? path;
  const described = altText ?? alt;
  return held instanceof Blob ? filePart(held, typeof described === "string" ? described : null) : null;
}

function filePart(blob: Blob, altText: string | null): MessagePart {
  const file = blob instanceof File ? blob : new File([blob], "file", { type: blob.type });
  return { type: "file", file, altText };
}

function toMetadata(value: unknown): Result<MessageMetadata | null, string> {
  if (value === undefined || value === null) return ok(null);
  if (!isRecord(value))
    return err(`has the metadata ${describeValue(value)}; it must be an object such as { title: "Thinking" }`);
  const { title = null, id = null, parentId, parent_id: parent, status = null, duration = null, log = null } = value;
  const wrong = (name: string, what: string, found: unknown) =>
    err(`has the metadata.${name} ${describeValue(found)}; it must be ${what}`);
  if (title !== null && typeof title !== "string") return wrong("title", "a text", title);
  const parentOf = parentId ?? parent ?? null;
  for (const [name, each] of [
    ["id", id],
    ["parentId", parentOf],
  ] as const) {
    if (each !== null && typeof each !== "string" && typeof each !== "number")
      return wrong(name, "a text or a number", each);
  }
  if (status !== null && status !== "pending" && status !== "done")
    return wrong("status", '"pending" or "done"', status);
  if (duration !== null && !Number.isFinite(duration)) return wrong("duration", "a number of seconds", duration);
  if (log !== null && typeof log !== "string") return wrong("log", "a text", log);
  return ok({
    title,
    id: id === null ? null : String(id as string | number),
    parentId: parentOf === null ? null : String(parentOf as string | number),
    status,
    duration: duration === null ? null : Number(duration),
    log,
  });
}

function toOptions(value: unknown): Result<ChatMessage["options"], string> {
  if (value === undefined || value === null) return ok(null);
  if (!Array.isArray(value) || value.length > limits.options) {
    return err(`has the options ${describeValue(value)}; they must be a list such as [{ value: "yes", label: "Yes" }]`);
  }
  const options: { value: string; label: string }[] = [];
  for (const item of value as readonly unknown[]) {
    const { value: chosen = item, label = chosen }: Record<string, unknown> = isRecord(item) ? item : {};
    if (typeof chosen !== "string" || typeof label !== "string") {
      return err(`has the option ${describeValue(item)}; it must be such as { value: "yes", label: "Yes" }`);
    }
    options.push({ value: chosen, label });
  }
  return ok(options);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}
