// gr.Gallery

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";
import type { ImageSource } from "./image.ts";

/** An image, alone or with its caption. */
export type GalleryItem = ImageSource | readonly [image: ImageSource, caption?: string | null];

export interface GalleryOptions<Type extends "blob" | "imagedata" = "blob" | "imagedata"> extends CommonOptions {
  /** The images at first, and after Clear. Default: null, none. */
  value?: Computable<readonly GalleryItem[] | null>;
  /** What the function receives of each image: "blob" or its pixels, "imagedata". Default: "blob". */
  type?: Type;
  /** Images in a row, 1 to 100. Where there is little room, fewer. Default: 2. */
  columns?: number;
  /** Height in pixels, in which many images scroll. Default: as high as they are. */
  height?: number | null;
  /** How an image fills its place, as in CSS: "cover" fills it, "contain" shows all of it. Default: "cover". Gradio's `object_fit`. */
  objectFit?: "cover" | "contain" | "fill" | "none" | "scale-down";
  /** Whether a press on an image shows it large. Default: true. Gradio's `allow_preview`. */
  allowPreview?: boolean;
  /** Whether the first image, or that of `selectedIndex`, is large from the start. Default: false. */
  preview?: boolean;
  /** The image that is selected at first, counted from 0. Default: null, none. Gradio's `selected_index`. */
  selectedIndex?: number | null;
  /** Whether a large image can be saved. Default: true. Gradio's `show_download_button`. */
  showDownloadButton?: boolean;
  /** Whether a large image can be seen as large as the screen. Default: true. Gradio's `show_fullscreen_button`. */
  showFullscreenButton?: boolean;
}

/**
 * Images in rows, with captions; a press shows one large.
 *
 * As an output, it shows a list of images, each a Blob, ImageData, an ImageBitmap, an OffscreenCanvas, SVG text or a
 * `data:` URL, alone or as `[image, caption]`; null, undefined or an empty list empties it. As an input, a person uploads,
 * drops and removes images; the function receives a list of `[image, caption]`, [] if there is none.
 *
 * Its name in a list is `"gallery"`. The arrow keys go from image to image. A press on one is `select`, with its `index`
 * and its `value: { image, caption }`.
 *
 * @param value The images at first; or the options.
 * @example gr.Gallery({ label: "Variants", columns: 3 })
 */
export function Gallery<const Type extends "blob" | "imagedata" = "blob">(
  value?: Computable<readonly GalleryItem[] | null> | GalleryOptions<Type>,
  options?: GalleryOptions<Type>,
): Component<
  [image: Type extends "imagedata" ? ImageData : Blob, caption: string | null][],
  readonly GalleryItem[] | null | undefined | void,
  "change" | "delete" | "input" | "previewClose" | "previewOpen" | "select" | "upload"
> {
  return createComponent("gallery", value, options);
}
