// What to say of an option that there is not: its name here, if it is Gradio's, or the one that was probably meant.

import { didYouMean } from "./nearest-name.ts";

/** The end of the message, such as ` It is called "maxLines" here.`; `renamed`: names that are more than Gradio's in camelCase. */
export function optionHint(
  name: string,
  names: readonly string[],
  renamed: Readonly<Record<string, string>> = {},
): string {
  const ours = Object.hasOwn(renamed, name) ? renamed[name] : toCamelCase(name);
  if (ours !== undefined && ours !== name && names.includes(ours)) return ` It is called ${JSON.stringify(ours)} here.`;
  return didYouMean(name, names);
}

/** `max_lines` → `maxLines` */
function toCamelCase(name: string): string {
  return name.slice(0, 100).replace(/(?<=.)_+(.)/g, (_, letter: string) => letter.toUpperCase());
}
