// gr.HighlightedText

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

/** A part of the text, with its category, its score (-1 to 1), or null for none. */
export type HighlightedPiece = readonly [text: string, category?: string | number | null];

/** A text, and where in it what stands, as taggers put it. */
export interface TextEntities {
  readonly text: string;
  readonly entities: readonly {
    /** The category; taggers call it either way. */
    readonly entity?: string;
    readonly entity_group?: string;
    /** Position of the first character, from 0. */
    readonly start: number;
    /** Position after the last character. */
    readonly end: number;
  }[];
}

export interface HighlightedTextOptions extends CommonOptions {
  /** What it shows at first, and after Clear. Default: null, which shows nothing. */
  value?: Computable<readonly HighlightedPiece[] | TextEntities | null>;
  /** Colours of categories, as CSS writes them: `{ person: "tomato" }`. Default: one of its own for each. Gradio's `color_map`. */
  colorMap?: Readonly<Record<string, string>> | null;
  /** Whether the categories stand above the text, instead of within it. Default: false. Gradio's `show_legend`. */
  showLegend?: boolean;
  /** Whether each category stands beside its text. Default: true. Gradio's `show_inline_category`. */
  showInlineCategory?: boolean;
  /** Whether neighbours of the same category become one. Default: false. Gradio's `combine_adjacent`. */
  combineAdjacent?: boolean;
  /** Stands between the texts that `combineAdjacent` joins. Default: "". Gradio's `adjacent_separator`. */
  adjacentSeparator?: string;
  /** With false, the space around each text goes. Default: true. Gradio's `show_whitespaces`. */
  showWhitespaces?: boolean;
  /** Whether the text runs from right to left. Default: false. */
  rtl?: boolean;
}

/**
 * Text with marked parts: each has a category, or a score from -1 to 1.
 *
 * As an output, it shows a list of `[text, category]`, where the category is a string, a number or null for none; or
 * `{ text, entities }`; or a plain string. Null or undefined empties it. At most 20,000 pieces. As an input, a person marks
 * parts of the text it shows and the function receives the list.
 *
 * Its name in a list is `"highlightedtext"` or `"highlight"`.
 *
 * @param value What it shows at first. An object that has names of options and no others is the options.
 * @example gr.HighlightedText({ label: "Diff", combineAdjacent: true, showLegend: true, colorMap: { "+": "red", "-": "green" } })
 */
export function HighlightedText(
  value?: Computable<readonly HighlightedPiece[] | TextEntities | null> | HighlightedTextOptions,
  options?: HighlightedTextOptions,
): Component<
  [text: string, category: string | number | null][],
  readonly HighlightedPiece[] | TextEntities | string | null | undefined | void,
  "change" | "select"
> {
  return createComponent("highlightedtext", value, options);
}
