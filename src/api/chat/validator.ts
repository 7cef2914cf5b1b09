// The validator of a chat's messages.

import { validate, type Validation, verdictsOf } from "../validate.ts";
import type { ChatFunction } from "./answer.ts";

/** For the listener, which has the conversation as an input besides those that the person's validator looks at. */
export function validatorOf(
  validator: ChatFunction,
  additional: number,
): (typed: unknown, now: unknown, ...taken: readonly unknown[]) => Promise<(Validation | null)[]> {
  return async (typed, _, ...taken) => {
    const returned: unknown = await Reflect.apply(validator, undefined, [typed, ...taken]);
    // As in Gradio, one verdict is about the message.
    const isOne = !Array.isArray(returned) && returned !== null && typeof returned === "object";
    const verdicts = verdictsOf(isOne ? [returned, ...taken.map(() => null)] : returned, 1 + additional);
    const [message = null, ...others] = verdicts.map((text) => (text === null ? null : validate(false, text)));
    return [message, null, ...others];
  };
}
