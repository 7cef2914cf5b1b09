// The arguments of a console call as one text: texts as they are, everything else inspected, %s and the like filled in.

import { consoleLimits, inspect } from "./inspect.ts";

export function formatArguments(values: readonly unknown[], describeError: (error: Error) => string): string {
  const show = (value: unknown) =>
    typeof value === "string" ? value.slice(0, consoleLimits.chars) : inspect(value, consoleLimits, describeError);
  const [first, ...rest] = values;
  const filled = typeof first === "string" && rest.length > 0 ? fillIn(first, rest, show) : { text: null, used: 0 };
  const parts = filled.text === null ? values.map(show) : [filled.text, ...rest.slice(filled.used).map(show)];
  const text = parts.join(" ");
  return text.length <= consoleLimits.chars ? text : `${text.slice(0, consoleLimits.chars - 1)}…`;
}

/** Fills in %s %d %i %f %o %O %j; %c, which styles, takes its argument and shows nothing. */
function fillIn(
  format: string,
  values: readonly unknown[],
  show: (value: unknown) => string,
): { text: string; used: number } {
  let used = 0;
  const text = format.slice(0, consoleLimits.chars).replace(/%[sdifoOjc%]/g, (mark) => {
    if (mark === "%%") return "%";
    if (used >= values.length) return mark;
    const value = values[used++];
    if (mark === "%c") return "";
    if (mark === "%s" || mark === "%o" || mark === "%O" || mark === "%j") return show(value);
    const number = typeof value === "bigint" ? value : Number(typeof value === "symbol" ? Number.NaN : value);
    return mark === "%i" && typeof number === "number" ? String(Math.trunc(number)) : String(number);
  });
  return { text, used };
}
