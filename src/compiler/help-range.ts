// The range of a number in the words of its `@param`: "years, 0 to 120", "[0..1]", "0–10 in steps of 2", "at least 1".

import type { NumberRange } from "../protocol/compiled.ts";

const number = String.raw`([-−]?\d+(?:\.\d+)?)`;
const both = new RegExp(String.raw`${number}\s*(?:\.{2,3}|–|\bto\b)\s*${number}`);
const least = new RegExp(String.raw`(?:\bat least|\bfrom|\bmin(?:imum)?|>=|≥)\s*${number}`, "i");
const greatest = new RegExp(String.raw`(?:\bat most|\bup to|\bmax(?:imum)?|<=|≤)\s*${number}`, "i");
const stepped = new RegExp(String.raw`\bsteps?(?:\s+of)?\s+${number}`, "i");

export function readRange(help: string): NumberRange | null {
  const range = both.exec(help);
  const min = toNumber(range?.[1] ?? least.exec(help)?.[1]);
  const max = toNumber(range?.[2] ?? greatest.exec(help)?.[1]);
  if ((min === null && max === null) || (min !== null && max !== null && min >= max)) return null;
  const step = toNumber(stepped.exec(help)?.[1]);
  return { min, max, step: step !== null && step > 0 ? step : null };
}

function toNumber(text: string | undefined): number | null {
  return text === undefined ? null : Number(text.replace("−", "-"));
}
