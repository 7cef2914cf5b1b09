// Gallery: the page holds a list of pictures with their captions, or null while there is none.

import { err, ok, type Result } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { choice, flag, optionalText, type Parameter, wholeNumber } from "../parameter.ts";
import { isPicture, type Picture } from "../is-picture.ts";
import { pictureFor, toPicture } from "../picture.ts";
import { countText } from "../count-text.ts";

export interface GalleryItem {
  readonly picture: Picture;
  readonly caption: string | null;
}

const maxItems = 10_000;
const maxCaptionChars = 10_000;

const items: Parameter = {
  default: null,
  read(value, path) {
    const read = toItems(value);
    if (read.ok) return read.value;
    throw new DeclarationError(path, `must be a list of pictures, but it is ${read.error}`);
  },
};

export const gallery: KindDefinition = {
  kind: "gallery",
  name: "Gallery",
  shortcuts: ["gallery"],
  first: "value",
  events: ["change", "delete", "input", "previewClose", "previewOpen", "select", "upload"],
  parameters: {
    info: optionalText(),
    type: choice("blob", "imagedata"),
    columns: wholeNumber(2, 1, 100),
    height: wholeNumber(null, 1, 10_000),
    objectFit: choice("cover", "contain", "fill", "none", "scale-down"),
    allowPreview: flag(true),
    preview: flag(false),
    selectedIndex: wholeNumber(null, 0, maxItems - 1),
    showDownloadButton: flag(true),
    showFullscreenButton: flag(true),
  },
  renamed: {
    object_fit: "objectFit",
    allow_preview: "allowPreview",
    selected_index: "selectedIndex",
    show_download_button: "showDownloadButton",
    show_fullscreen_button: "showFullscreenButton",
  },
  value: items,

  checkInput: (value) =>
    value === null || isItems(value) ? null : `These must be pictures; this is ${describeValue(value)}.`,

  /** As in Gradio, pairs of a picture and its caption. */
  preprocess(value) {
    if (value === null || value === undefined) return ok([]);
    return isItems(value)
      ? ok(value.map(({ picture, caption }) => [picture, caption]))
      : err(`These must be pictures; this is ${describeValue(value)}.`);
  },

  prepare(value, { props }) {
    const pairs = value as readonly (readonly [Picture, string | null])[];
    const pictures = pairs.map(([picture]) => pictureFor(picture, props["type"]));
    return pictures.some((picture) => picture !== null) ? pairUp(pairs, pictures) : null;
  },

  isOutput: (value) => value === null || isItems(value),

  postprocess(value) {
    const read = toItems(value);
    return read.ok ? read : err(`is a Gallery, but the function returned ${read.error}`);
  },
};

export function isItems(value: unknown): value is readonly GalleryItem[] {
  return Array.isArray(value) && value.length <= maxItems && value.every(isItem);
}

function isItem(value: unknown): value is GalleryItem {
  if (typeof value !== "object" || value === null) return false;
  const { picture, caption } = value as { readonly picture?: unknown; readonly caption?: unknown };
  return isPicture(picture) && (caption === null || (typeof caption === "string" && caption.length <= maxCaptionChars));
}

/** The error says what it is instead. */
function toItems(value: unknown): Result<readonly GalleryItem[] | null, string> {
  if (value === null || value === undefined) return ok(null);
  if (!Array.isArray(value)) return err(`${describeValue(value)}; a Gallery shows a list`);
  if (value.length > maxItems) return err(`${describeValue(value)}; at most ${countText(maxItems)} can be shown`);
  const list: GalleryItem[] = [];
  for (const [index, item] of value.entries()) {
    const [source, caption]: readonly unknown[] = Array.isArray(item) ? item : [item];
    const picture = toPicture(source);
    if (!picture.ok) return err(`a list whose item ${index} is ${picture.error}`);
    list.push({ picture: picture.value, caption: captionOf(caption) });
  }
  return ok(list.length > 0 ? list : null);
}

function captionOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value).slice(0, maxCaptionChars);
}

async function pairUp(
  pairs: readonly (readonly [Picture, string | null])[],
  pictures: readonly (Promise<Result<Picture, string>> | null)[],
): Promise<Result<unknown, string>> {
  const made: unknown[] = [];
  for (const [index, [picture, caption]] of pairs.entries()) {
    const result = await pictures[index];
    if (result?.ok === false) return result;
    made.push([result?.value ?? picture, caption]);
  }
  return ok(made);
}
