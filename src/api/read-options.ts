// Reads the options of what is called while a function runs, where a mistake is a TypeError and names no place of a
// declaration.

import { describeValue } from "../spec/describe-value.ts";
import { optionHint } from "../spec/option-hint.ts";

/** `call`: what was called, for the message. Throws a TypeError for an option that there is not. */
export function readOptions(
  call: string,
  options: unknown,
  { names, renamed }: { readonly names: readonly string[]; readonly renamed?: Readonly<Record<string, string>> },
): Readonly<Record<string, unknown>> {
  if (options === undefined || options === null) return {};
  if (typeof options !== "object" || Array.isArray(options)) {
    const example = `{ ${names[0] ?? ""}: … }`;
    throw new TypeError(
      `${call} takes its options as an object, such as ${example}, but this is ${describeValue(options)}`,
    );
  }
  const known: Record<string, unknown> = { ...options };
  const unknown = Object.keys(known).find((name) => !names.includes(name));
  if (unknown === undefined) return known;
  throw new TypeError(`"${unknown.slice(0, 100)}" is no option of ${call}.${optionHint(unknown, names, renamed)}`);
}
