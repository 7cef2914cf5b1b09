// Which choices a text means, as a person types it: letters count, not their case and accents.

import type { Choice } from "../../spec/choices.ts";

/** Those that hold the text, in their order. */
export function filterChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const sought = fold(text);
  return sought === "" ? choices : choices.filter(([label]) => fold(label).includes(sought));
}

/** The one that is called so, or undefined. */
export function findChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const sought = fold(text);
  return choices.find(([label]) => label === text) ?? choices.find(([label]) => fold(label) === sought);
}

/** The next one from `start` on, and round, that begins with the text; -1 if none does. */
export function findByStart(choices: readonly Choice[], text: string, start: number): number {
  const sought = fold(text);
  const begins = (index: number) => fold(choices[index]?.[0] ?? "").startsWith(sought);
  const order = choices.map((_, step) => (start + step) % choices.length);
  return order.find(begins) ?? -1;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
