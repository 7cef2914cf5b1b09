// The validator of a chat's messages, however they come: typed, edited, sent again, chosen, or from code.

import { validate, type Validation, verdictsOf } from "../validate.ts";
import type { ChatFunction } from "./answer.ts";
import type { Sent } from "./turns.ts";

export interface Checked {
  readonly sent: Sent;
  /** Values of the additional inputs, and those that come instead. */
  readonly additional: readonly unknown[];
  readonly rest: readonly unknown[];
}

/**
 * For a listener with the field, if the message stands there, the conversation, the additional inputs, and else the chat,
 * where it is said then what is wrong. `about` says of its inputs what is to be checked; null: nothing.
 */
export function validatorOf(
  validator: ChatFunction,
  { about, isTyped }: { readonly isTyped: boolean; readonly about: (given: readonly unknown[]) => Checked | null },
): (...given: readonly unknown[]) => Promise<(Validation | null)[] | null> {
  return async (...given) => {
    const checked = about(given);
    if (!checked) return null;
    const { sent, additional, rest } = checked;
    const values = additional.map((value, index) => (index < rest.length ? rest[index] : value));
    const returned: unknown = await Reflect.apply(validator, undefined, [sent, ...values]);
    // As in Gradio, one verdict is about the message.
    const isOne = !Array.isArray(returned) && returned !== null && typeof returned === "object";
    const verdicts = verdictsOf(isOne ? [returned, ...values.map(() => null)] : returned, 1 + additional.length);
    const [message = null, ...others] = verdicts.map((text) => (text === null ? null : validate(false, text)));
    return isTyped ? [message, null, ...others] : [null, ...others, message];
  };
}
