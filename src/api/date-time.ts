// gr.DateTime

import type { CommonOptions, Component, Computable, NullUnless } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface DateTimeOptions<
  Type extends "timestamp" | "datetime" | "string" = "timestamp" | "datetime" | "string",
  Required extends boolean = boolean,
> extends CommonOptions {
  /** The moment at first, and after Clear: a text as it would be typed, a Date, or seconds since 1970. Default: none. */
  value?: Computable<string | number | Date | null>;
  /** Whether it has a time besides the date. Default: true. Gradio: include_time. */
  includeTime?: boolean;
  /**
   * What the function receives: "timestamp", seconds since 1970 as in Gradio (`Date.now()` counts milliseconds);
   * "datetime", a Date; "string", such as "2024-05-31 18:30:00". Default: "timestamp".
   */
  type?: Type;
  /** The time zone of what is typed and shown, such as "Europe/Paris". Default: null, that of this browser. */
  timezone?: string | null;
  /** Whether an empty field is an error at the field. With false the function receives null for it. Default: true. */
  required?: Required;
}

/**
 * A date with its time, to be typed or picked from a calendar. "now" and "now - 5m" (or d, h, s) can be typed too.
 *
 * As an input, the function receives what `type` says; an empty field is an error at the field, or null with `required:
 * false`. As an output, it shows a Date, seconds since 1970, or a text as it would be typed; null or undefined empty it;
 * anything else is an error.
 *
 * Its name in a list is `"datetime"`.
 *
 * @param value The moment at first; or the options.
 * @example gr.DateTime({ label: "Until", type: "datetime" })
 */
export function DateTime<
  const Type extends "timestamp" | "datetime" | "string" = "timestamp",
  const Required extends boolean = true,
>(
  value?: Computable<string | number | Date | null> | DateTimeOptions<Type, Required>,
  options?: DateTimeOptions<Type, Required>,
): Component<
  (Type extends "timestamp" ? number : Type extends "datetime" ? Date : string) | NullUnless<Required>,
  Date | string | number | null | undefined | void,
  "change" | "input" | "submit" | "focus" | "blur"
> {
  return createComponent("datetime", value, options);
}
