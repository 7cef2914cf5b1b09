// The messages that a gr.ChatInterface offers to begin with.

import { DeclarationError } from "../../spec/declaration-error.ts";
import { describeValue } from "../../spec/describe-value.ts";
import { toFiles } from "../../spec/files.ts";
import { pictureOption } from "../../spec/picture.ts";
import type { ImageSource } from "../image.ts";

export interface ChatExample {
  readonly text: string;
  readonly files: readonly File[];
  /** Values of the additional inputs, as far as it has any. */
  readonly rest: readonly unknown[];
  /** What stands there instead of the text. */
  readonly label: string | null;
  readonly icon: ImageSource | null;
}

/** `inputs`: how many additional inputs there are. */
export function readChatExamples(given: Readonly<Record<string, unknown>>, inputs: number): readonly ChatExample[] {
  const { examples } = given;
  if (examples === undefined || examples === null) return [];
  if (!Array.isArray(examples)) {
    throw new DeclarationError("examples", `must be a list, but it is ${describeValue(examples)}`);
  }
  const labels = readBeside(given, "exampleLabels", "texts", examples.length);
  const icons = readBeside(given, "exampleIcons", "pictures", examples.length);
  return examples.map((item: unknown, index) => {
    const [first, ...rest]: readonly unknown[] = Array.isArray(item) ? item : [item];
    const place = `examples[${index}]`;
    if (rest.length > inputs) {
      const what = `has ${rest.length} values after the message, but there are ${inputs} additional inputs`;
      throw new DeclarationError(place, what);
    }
    const given: Record<string, unknown> = typeof first === "string" ? { text: first } : Object(first);
    const { text = "" } = given;
    const files = toFiles(given["files"]);
    if (typeof text !== "string" || !files.ok || (text === "" && files.value === null)) {
      throw new DeclarationError(place, `must be a text or { text, files }, but it is ${describeValue(first)}`);
    }
    const label = labels[index] ?? null;
    if (label !== null && typeof label !== "string") {
      throw new DeclarationError(`exampleLabels[${index}]`, `must be a text, but it is ${describeValue(label)}`);
    }
    const icon = pictureOption.read(icons[index], `exampleIcons[${index}]`) as ImageSource | null;
    return { text, files: files.value ?? [], rest, label, icon };
  });
}

/** A list with something for each example. */
function readBeside(
  given: Readonly<Record<string, unknown>>,
  name: string,
  what: string,
  length: number,
): readonly unknown[] {
  const value = given[name];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.length === length) return value;
  throw new DeclarationError(name, `must be a list of ${length} ${what}, one for each example`);
}
