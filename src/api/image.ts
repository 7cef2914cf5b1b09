// gr.Image

import type { CommonOptions, Component, Computable, NullUnless } from "./component.ts";
import { createComponent } from "./create-component.ts";

/**
 * What an image can be given as: a Blob or File of an image, `ImageData`, an `ImageBitmap`, an `OffscreenCanvas`, or a text
 * that is SVG or a `data:` URL of an image.
 */
export type ImageSource = Blob | ImageData | ImageBitmap | OffscreenCanvas | string;

export interface ImageOptions<
  Type extends "blob" | "imagedata" = "blob" | "imagedata",
  Required extends boolean = boolean,
> extends CommonOptions {
  /** The image at first, and after Clear. Default: null, none. */
  value?: Computable<ImageSource | null>;
  /**
   * What the function receives: "blob", the file as it was given, or "imagedata", its pixels, four bytes each (red, green,
   * blue, alpha) by rows in `data`. Default: "blob". Gradio's "filepath" and "numpy".
   */
  type?: Type;
  /** Where an image may come from. Default: all of "upload", "webcam", "clipboard". */
  sources?: readonly ("upload" | "webcam" | "clipboard")[] | "upload" | "webcam" | "clipboard";
  /** Height in pixels. Default: as the image has it, up to 420. */
  height?: number | null;
  /** The greatest width in pixels. Default: all there is. */
  width?: number | null;
  /** What stands where an image can be dropped. Default: that it can. */
  placeholder?: string | null;
  /** Whether an output can be saved. Default: true. Gradio's `show_download_button`. */
  showDownloadButton?: boolean;
  /** Whether it can be seen as large as the screen. Default: true. Gradio's `show_fullscreen_button`. */
  showFullscreenButton?: boolean;
  /** Whether the camera shows and takes what a mirror would. Default: true. Gradio's `mirror_webcam`. */
  mirrorWebcam?: boolean;
  /** Whether no image is an error at the field. With false the function receives null. Default: true. */
  required?: Required;
}

/**
 * An image.
 *
 * As an input, a person uploads, drops or pastes one, or takes one with the camera; the function receives a Blob, or with
 * `type: "imagedata"` its pixels. As an output, it shows a Blob, ImageData, an ImageBitmap, an OffscreenCanvas, SVG text or
 * a `data:` URL; null or undefined empties it. A canvas that was shown keeps what is on it, so a generator may draw on and
 * yield it again. Addresses of images elsewhere are an error.
 *
 * Its name in a list is `"image"`. A press on the image is `select`, with the pixel as `index: [x, y]`.
 *
 * @param value The image at first; or the options.
 * @example gr.Image({ label: "Photo", type: "imagedata" })
 */
export function Image<const Type extends "blob" | "imagedata" = "blob", const Required extends boolean = true>(
  value?: Computable<ImageSource | null> | ImageOptions<Type, Required>,
  options?: ImageOptions<Type, Required>,
): Component<
  (Type extends "imagedata" ? ImageData : Blob) | NullUnless<Required>,
  ImageSource | null | undefined | void,
  "change" | "clear" | "input" | "select" | "upload"
> {
  return createComponent("image", value, options);
}
