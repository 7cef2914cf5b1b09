// The choices of a Radio, a CheckboxGroup and a Dropdown: each a value, and the text that stands for it.

import { err, ok, type Result } from "../base/result.ts";
import type { ComponentSpec } from "./app-spec.ts";
import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";
import type { Parameter } from "./parameter.ts";
import { countText } from "./count-text.ts";

export type ChoiceValue = string | number | boolean;
export type Choice = readonly [label: string, value: ChoiceValue];

const most = 100_000;

/** Values, or pairs of what is shown and the value, in any mixture. */
export const choices: Parameter = {
  default: [],
  read(value, path) {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) || value.length > most) {
      const what = `must be a list of at most ${countText(most)} choices`;
      throw new DeclarationError(path, `${what}, but it is ${describeValue(value)}`);
    }
    const seen = new Set<unknown>();
    return Array.from(value, (item: unknown, index) => {
      const read = toChoice(item, `${path}[${index}]`);
      if (seen.has(read[1])) {
        const which = describeValue(read[1]);
        throw new DeclarationError(`${path}[${index}]`, `has ${which} for its value, as another choice has already`);
      }
      seen.add(read[1]);
      return read;
    });
  },
};

export function choicesOf({ props }: Pick<ComponentSpec, "props">): readonly Choice[] {
  return Array.isArray(props["choices"]) ? (props["choices"] as readonly Choice[]) : [];
}

export function isChoiceValue(value: unknown): value is ChoiceValue {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

/** From one chosen value to what a function receives: the value or its position, as `type` says. */
export function takeChoice(value: unknown, component: ComponentSpec): Result<unknown, string> {
  const index = choicesOf(component).findIndex(([, known]) => known === value);
  if (index < 0) return err(`Choose one of these: ${describeValue(value)} is none of them.`);
  return ok(component.props["type"] === "index" ? index : value);
}

/** The same for several at once. `custom` gives what a function receives of a value that is no choice, if it may be one. */
export function takeChoices(
  value: unknown,
  component: ComponentSpec,
  custom: (value: unknown) => Result<unknown, string> = (item) => takeChoice(item, component),
): Result<unknown[], string> {
  if (!Array.isArray(value)) return err(`Choose from these; this is ${describeValue(value)}.`);
  const positions = new Map<unknown, number>(choicesOf(component).map(([, known], index) => [known, index]));
  const taken: unknown[] = [];
  for (const item of value) {
    const index = positions.get(item);
    const result = index === undefined ? custom(item) : ok(component.props["type"] === "index" ? index : item);
    if (!result.ok) return result;
    taken.push(result.value);
  }
  return ok(taken);
}

/** Of values that a function returned or declared: the first that is no choice, in a box; null if all are. */
export function firstStranger(
  values: readonly unknown[],
  component: Pick<ComponentSpec, "props">,
): { readonly value: unknown } | null {
  const known = new Set<unknown>(choicesOf(component).map(([, value]) => value));
  const index = values.findIndex((value) => !known.has(value));
  return index < 0 ? null : { value: values[index] };
}

/** Throws if something that a component is to start with is none of its choices. */
export function checkChosen(values: readonly unknown[], props: ComponentSpec["props"], path: string): void {
  const stranger = firstStranger(values, { props });
  if (stranger)
    throw new DeclarationError(path, `must be one of the choices, but it is ${describeValue(stranger.value)}`);
}

function toChoice(item: unknown, path: string): Choice {
  if (isChoiceValue(item)) return [String(item), item];
  if (Array.isArray(item) && item.length === 2) {
    const [label, value]: readonly unknown[] = item;
    if (typeof label === "string" && isChoiceValue(value)) return [label, value];
  }
  throw new DeclarationError(
    path,
    `must be a text, a number, true or false, or a pair such as ["What is shown", value], but it is ${describeValue(item)}`,
  );
}
