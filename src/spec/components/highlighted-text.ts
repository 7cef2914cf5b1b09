// HighlightedText: the page holds the text in pieces, each with its category, its score, or null for none.

import { err, ok, type Result } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue, shorten } from "../describe-value.ts";
import { isColour } from "../display-options.ts";
import { flag, optionalText, text, type Parameter } from "../parameter.ts";
import { countText } from "../count-text.ts";

export type HighlightedPiece = readonly [text: string, category: string | number | null];

/** Each is an element of the page. */
const mostPieces = 20_000;

const pieces: Parameter = {
  default: [],
  read(value, path) {
    const read = toPieces(value);
    if (read.ok) return read.value;
    throw new DeclarationError(path, `must be a list such as [["Ada", "person"], [" slept", null]], but ${read.error}`);
  },
};

const colorMap: Parameter = { default: null, read: readColorMap };

export const highlightedText: KindDefinition = {
  kind: "highlightedtext",
  name: "HighlightedText",
  shortcuts: ["highlightedtext", "highlight"],
  first: "value",
  events: ["change", "select"],
  parameters: {
    info: optionalText(),
    colorMap,
    showLegend: flag(false),
    showInlineCategory: flag(true),
    combineAdjacent: flag(false),
    adjacentSeparator: text(""),
    showWhitespaces: flag(true),
    rtl: flag(false),
  },
  renamed: {
    color_map: "colorMap",
    show_legend: "showLegend",
    show_inline_category: "showInlineCategory",
    combine_adjacent: "combineAdjacent",
    adjacent_separator: "adjacentSeparator",
    show_whitespaces: "showWhitespaces",
  },
  value: pieces,

  checkInput: (value) => (isPieces(value) ? null : `This must be a marked text; it is ${describeValue(value)}.`),

  preprocess: (value) =>
    isPieces(value) ? ok(value) : err(`This must be a marked text; it is ${describeValue(value)}.`),

  isOutput: isPieces,

  postprocess(value, { props }) {
    const read = toPieces(value);
    if (!read.ok) {
      return err(
        `is a HighlightedText, which shows a list such as [["Ada", "person"], [" slept", null]], but ${read.error}`,
      );
    }
    const separator = String(props["adjacentSeparator"] ?? "");
    const joined = props["combineAdjacent"] === true ? combine(read.value, separator) : read.value;
    return ok(props["showWhitespaces"] === false ? joined.map(([text, category]) => [text.trim(), category]) : joined);
  },
};

export function isPieces(value: unknown): value is readonly HighlightedPiece[] {
  return Array.isArray(value) && value.length <= mostPieces && value.every(isPiece);
}

function isPiece(value: unknown): value is HighlightedPiece {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [text, category]: readonly unknown[] = value;
  return typeof text === "string" && (category === null || typeof category === "string" || Number.isFinite(category));
}

/** From what a function returns; the error goes on after "but". */
function toPieces(value: unknown): Result<readonly HighlightedPiece[], string> {
  if (value === null || value === undefined) return ok([]);
  if (typeof value === "string") return ok([[value, null]]);
  if (Array.isArray(value)) return listToPieces(value);
  const { text, entities }: Record<string, unknown> = Object(value);
  if (typeof text === "string" && Array.isArray(entities)) return entitiesToPieces(text, entities);
  return err(`the function returned ${describeValue(value)}`);
}

function listToPieces(list: readonly unknown[]): Result<readonly HighlightedPiece[], string> {
  if (list.length > mostPieces)
    return err(`the list has ${countText(list.length)} pieces; at most 20,000 can be shown`);
  const pieces: HighlightedPiece[] = [];
  for (const [index, item] of list.entries()) {
    if (!Array.isArray(item)) return err(`piece ${index} is ${describeValue(item)}`);
    const [text, category = null]: readonly unknown[] = item;
    const piece: unknown = [text, category];
    if (!isPiece(piece)) return err(`piece ${index} is [${describeValue(text)}, ${describeValue(category)}]`);
    pieces.push(piece);
  }
  return ok(pieces);
}

/** Entities as taggers give them: `{ entity | entity_group, start, end }`, in characters of the text. */
function entitiesToPieces(text: string, entities: readonly unknown[]): Result<readonly HighlightedPiece[], string> {
  if (entities.length * 2 > mostPieces) return err("there are too many entities; at most 10,000 can be shown");
  const read: { readonly start: number; readonly end: number; readonly category: string }[] = [];
  for (const [index, item] of entities.entries()) {
    const { start, end, entity, entity_group: group }: Record<string, unknown> = Object(item);
    const category = entity ?? group;
    if (typeof category !== "string") return err(`entity ${index} has no "entity" that names its category`);
    if (typeof start !== "number" || typeof end !== "number" || !(start >= 0 && end >= start && end <= text.length)) {
      return err(`entity ${index} (${JSON.stringify(shorten(category))}) has no start and end within the text`);
    }
    read.push({ start, end, category });
  }
  const pieces: HighlightedPiece[] = [];
  let at = 0;
  for (const { start, end, category } of read.toSorted((a, b) => a.start - b.start)) {
    // What overlaps begins where the one before it ends.
    if (start > at) pieces.push([text.slice(at, start), null]);
    if (end > Math.max(start, at)) pieces.push([text.slice(Math.max(start, at), end), category]);
    at = Math.max(at, end);
  }
  if (at < text.length) pieces.push([text.slice(at), null]);
  return ok(pieces);
}

function combine(pieces: readonly HighlightedPiece[], separator: string): HighlightedPiece[] {
  const combined: HighlightedPiece[] = [];
  for (const [text, category] of pieces) {
    const last = combined.at(-1);
    if (last && last[1] === category) combined[combined.length - 1] = [`${last[0]}${separator}${text}`, category];
    else if (text !== "") combined.push([text, category]);
  }
  return combined;
}

function readColorMap(value: unknown, path: string): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value !== "object" || Array.isArray(value) || Object.keys(value).length > 1000) {
    throw new DeclarationError(
      path,
      `must be an object such as { person: "tomato" }, but it is ${describeValue(value)}`,
    );
  }
  for (const [category, colour] of Object.entries(value)) {
    if (isColour(colour)) continue;
    throw new DeclarationError(
      `${path}.${category.slice(0, 100)}`,
      `must be a colour such as "tomato" or "#ff6347", but it is ${describeValue(colour)}`,
    );
  }
  return { ...value };
}
