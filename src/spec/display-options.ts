// Options that components which show something have in common.

import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";
import { parameter, type Parameter } from "./parameter.ts";

/** Pixels, or a CSS length as text; null: as it comes. */
export function size(initial: number | null = null): Parameter {
  return parameter(initial, 'a number of pixels or a text such as "50vh"', (value) => {
    if (typeof value === "number") return value >= 0 && value <= 10_000;
    return value === null || (typeof value === "string" && /^\d{1,5}(\.\d{1,3})?(px|%|r?em|v[hw])$/.test(value));
  });
}

/** A colour as CSS writes it; null: none of its own. */
export const colour = parameter(
  null,
  'a colour such as "tomato" or "#ff6347"',
  (value) => value === null || isColour(value),
);

export function isColour(value: unknown): value is string {
  if (typeof value !== "string" || value.length > 100) return false;
  return /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([\d\s.,%/a-z+-]+\))$/i.test(value.trim());
}

/** Which of its buttons a component shows. `true` and `false`, as Gradio's older options have them, mean all and none. */
export function buttons(initial: readonly string[], ...names: readonly string[]): Parameter {
  return {
    default: initial,
    read(value, path) {
      if (value === undefined) return initial;
      if (value === null || value === false) return [];
      if (value === true) return names;
      const list: readonly unknown[] = Array.isArray(value) ? value : [value];
      for (const item of list) {
        if (names.some((name) => name === item)) continue;
        const known = names.map((name) => JSON.stringify(name)).join(", ");
        throw new DeclarationError(path, `must be a list of ${known}, but it holds ${describeValue(item)}`);
      }
      return list;
    },
  };
}
