// gr.Label

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

/** What a Label shows: a class or a number alone, or how sure it is of each class, from 0 to 1. */
export type Confidences = Readonly<Record<string, number>> | ReadonlyMap<string, number>;

export interface LabelOptions extends CommonOptions {
  /** What it shows at first, and after Clear. Default: null, which shows nothing. */
  value?: Computable<string | number | Confidences | null>;
  /** How many classes it shows at most, the surest first; 1 to 1000. Default: all. Gradio's `num_top_classes`. */
  numTopClasses?: number | null;
  /** Colour of the heading, as CSS writes it, such as "tomato" or "#ff6347". Default: the text's. */
  color?: string | null;
  /** Whether the surest class stands large above the bars. Default: true. Gradio's `show_heading`. */
  showHeading?: boolean;
}

/**
 * What something was taken for: the class in large letters, and below it a bar for each class that says how sure.
 *
 * As an output, it shows a text or a number alone, or an object (or Map) from classes to numbers from 0 to 1; null or
 * undefined empties it. As an input, which is rare, the function receives the same: a string, an object, or null.
 *
 * Its name in a list is `"label"`.
 *
 * @param value What it shows at first. An object that has names of options and no others is the options.
 * @example gr.Label({ label: "Animal", numTopClasses: 3 })
 */
export function Label(
  value?: Computable<string | number | null | Confidences> | LabelOptions,
  options?: LabelOptions,
): Component<
  string | Record<string, number> | null,
  string | number | bigint | Confidences | null | undefined | void,
  "change" | "select"
> {
  return createComponent("label", value, options);
}
