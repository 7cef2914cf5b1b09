// A picture on its way between a function and the page: a Blob that an image element can show, or ImageData. Both cross to
// the page and can be stored, which an ImageBitmap or a canvas cannot; so those become ImageData.

import { err, ok, type Result } from "../base/result.ts";
import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";
import { isPicture, type Picture } from "./is-picture.ts";
import type { Parameter } from "./parameter.ts";

const dataUrl = /^data:(image\/[\w.+-]+)(?:;[\w-]+=[^;,]*)*(;base64)?,/i;
/** What SVG begins with. Whether the rest is as it should be turns out where it is shown. */
const svgBeginning = /^\s*<(?:svg[\s>/]|\?xml\s|!--|!doctype\s+svg)/i;
const svgTag = /<svg[\s>/]/i;

/** From what a function may return for a picture. The error says what it is instead: "the number 3". */
export function toPicture(value: unknown): Result<Picture, string> {
  if (isPicture(value)) return ok(value);
  if (isDrawable(value)) {
    return value.width > 0 && value.height > 0 ? ok(readPixels(value)) : err("a canvas without pixels");
  }
  if (typeof value === "string") return textPicture(value);
  return err(describeValue(value));
}

/** A component's picture at first. */
export const pictureOption: Parameter = {
  default: null,
  read(value, path) {
    if (value === undefined || value === null) return null;
    const picture = toPicture(value);
    if (picture.ok) return picture.value;
    throw new DeclarationError(path, `must be a picture, but it is ${picture.error}`);
  },
};

/** In the worker: what the function receives of a picture, by its component's `type`. Null: what it is already. */
export function pictureFor(value: unknown, type: unknown): Promise<Result<Picture, string>> | null {
  if (!isPicture(value) || value instanceof Blob !== (type === "imagedata")) return null;
  return convert(value, type).then(
    (picture) => ok(picture),
    () => err("This is no image that the browser can decode."),
  );
}

function convert(picture: Picture, type: unknown): Promise<Picture> {
  return type === "imagedata" ? toImageData(picture) : toImageBlob(picture);
}

/** A picture as the bytes of an image file. */
export async function toImageBlob(picture: Picture): Promise<Blob> {
  if (picture instanceof Blob) return picture;
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d")?.putImageData(picture, 0, 0);
  return canvas.convertToBlob({ type: "image/png" });
}

/** A picture as its pixels. Rejects if it is none that the browser can decode. */
export async function toImageData(picture: Picture): Promise<ImageData> {
  if (!(picture instanceof Blob)) return picture;
  const bitmap = await createImageBitmap(picture);
  try {
    return readPixels(bitmap);
  } finally {
    bitmap.close();
  }
}

function isDrawable(value: unknown): value is ImageBitmap | OffscreenCanvas {
  return (
    (typeof ImageBitmap !== "undefined" && value instanceof ImageBitmap) ||
    (typeof OffscreenCanvas !== "undefined" && value instanceof OffscreenCanvas)
  );
}

/** By way of a canvas of its own: that of the function keeps its picture, and may be one of WebGL. */
function readPixels(source: ImageBitmap | OffscreenCanvas): ImageData {
  const { width, height } = source;
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("The browser could not make a canvas of this size.");
  context.drawImage(source, 0, 0);
  return context.getImageData(0, 0, width, height);
}

function textPicture(text: string): Result<Blob, string> {
  if (svgBeginning.test(text) && svgTag.test(text))
    return ok(new Blob([withNamespace(text)], { type: "image/svg+xml" }));
  const match = dataUrl.exec(text);
  if (match) {
    const bytes = decode(text.slice(match[0].length), match[2] !== undefined);
    return bytes ? ok(new Blob([bytes], { type: match[1] ?? "" })) : err("a data: URL that cannot be read");
  }
  const hint = /^(https?|blob|data):/i.test(text)
    ? "; an address is not fetched: return a Blob, ImageData, or a data: URL of an image"
    : "; a text is shown if it is SVG or a data: URL of an image";
  return err(`${describeValue(text)}${hint}`);
}

/** What stands in a page needs no namespace; an image does. */
function withNamespace(svg: string): string {
  const start = svg.search(svgTag);
  const tag = svg.slice(start, svg.indexOf(">", start));
  if (/\sxmlns\s*=/.test(tag)) return svg;
  return `${svg.slice(0, start + 4)} xmlns="http://www.w3.org/2000/svg"${svg.slice(start + 4)}`;
}

function decode(text: string, base64: boolean): Uint8Array<ArrayBuffer> | string | null {
  try {
    return base64 ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : decodeURIComponent(text);
  } catch {
    return null;
  }
}
