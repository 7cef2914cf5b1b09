// One turn of a chat: calls the function with a message and a copy of what was said before, and yields what is said after.

import { type ChatMessage, toMessage } from "../../spec/messages.ts";
import { describeValue } from "../../spec/describe-value.ts";
import { pacedYields } from "./paced-yields.ts";

export interface Turn {
  /** What was said before. */
  readonly history: readonly ChatMessage[];
  /** What is said now, as the function takes it. */
  readonly message: unknown;
  readonly additional: readonly unknown[];
}

export interface Answer {
  /** So far. */
  readonly messages: readonly ChatMessage[];
  /** By position; null: as yet, none. */
  readonly outputs: readonly unknown[] | null;
}

export type ChatFunction = (message: never, history: never, ...additional: never[]) => unknown;

export async function* answer(fn: ChatFunction, turn: Turn, outputCount: number): AsyncGenerator<Answer, void> {
  // A message without content shows that an answer is coming.
  yield { messages: [{ role: "assistant", content: [], metadata: null, options: null }], outputs: null };
  let messages: readonly ChatMessage[] | null = null;
  try {
    const history: unknown = structuredClone(turn.history);
    const result: unknown = Reflect.apply(fn, undefined, [turn.message, history, ...turn.additional]);
    if (isGenerator(result)) {
      for await (const value of pacedYields(result)) {
        const said = toAnswer(value, outputCount);
        messages = said.messages;
        yield said;
      }
      if (messages === null) yield { messages: [], outputs: null };
    } else yield toAnswer(await result, outputCount);
  } catch (error) {
    // Nothing is coming any more.
    yield { messages: messages ?? [], outputs: null };
    throw error;
  }
}

/** A text, a component, a message, or a list of them; with additional outputs, the first of a list with a value for each. */
function toAnswer(value: unknown, outputCount: number): Answer {
  if (outputCount === 0) return { messages: toSaid(value), outputs: null };
  if (Array.isArray(value) && value.length === outputCount + 1) {
    const [said, ...outputs]: readonly unknown[] = value;
    return { messages: toSaid(said), outputs };
  }
  throw new TypeError(
    `The chat function gave ${describeValue(value)}, but there are additional outputs: return [answer, ${Array.from({ length: outputCount }, (_, i) => `value${i}`).join(", ")}]`,
  );
}

function toSaid(value: unknown): ChatMessage[] {
  if (value === null || value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item, index) => {
    const message = toMessage(item, "assistant");
    if (message.ok) return message.value;
    const which = Array.isArray(value) ? `message ${index} of the answer` : "the answer";
    throw new TypeError(`The chat function gave an answer that cannot be shown: ${which} ${message.error}`);
  });
}

function isGenerator(value: unknown): value is Iterator<unknown> | AsyncIterator<unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return typeof Reflect.get(value, "next") === "function";
}
