// Whether a file that somebody chose, dropped or pasted is an image, found out by the browser's own decoder before it
// becomes a value: what is wrong with it is said where it was put.

import { sizeText } from "./size-text.ts";

/** A decoder reads all of an image; the largest photographs have half of this. */
const maxImageBytes = 100_000_000;
/** What the largest canvas has. As pixels, that is a gigabyte. */
const maxPixels = 16_384 ** 2;

/** Why a file cannot be shown as an image, as a sentence; null if it can. */
export async function imageProblem(file: Blob): Promise<string | null> {
  const name = nameOf(file);
  if (file.size === 0) return `${name} is empty.`;
  if (file.size > maxImageBytes) {
    return `${name} has ${sizeText(file.size)}: an image may have ${sizeText(maxImageBytes)}. gr.File takes files of any size.`;
  }
  const size = await measureImage(file);
  if (!size) return `${name} is no image that this browser can show.`;
  return size.width * size.height > maxPixels ? `${name} is too large: ${size.width} × ${size.height} pixels.` : null;
}

/** A drawing has no pixels of its own, so where pixels are wanted, its picture at its own size stands for it. */
export async function withPixels(file: Blob): Promise<Blob> {
  if (!file.type.startsWith("image/svg")) return file;
  return withImage(file, (image) => {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.convertToBlob({ type: "image/png" });
  });
}

async function measureImage(file: Blob): Promise<{ readonly width: number; readonly height: number } | null> {
  try {
    return await withImage(file, ({ naturalWidth: width, naturalHeight: height }) =>
      width > 0 && height > 0 ? { width, height } : null,
    );
  } catch {
    return null;
  }
}

/** Rejects if it is no image. */
async function withImage<T>(file: Blob, use: (image: HTMLImageElement) => T | Promise<T>): Promise<T> {
  const url = URL.createObjectURL(file);
  try {
    const image = await new Promise<HTMLImageElement>((resolve, reject) => {
      const element = new Image();
      element.onload = () => resolve(element);
      element.onerror = () => reject(new Error("no image"));
      element.src = url;
    });
    return await use(image);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function nameOf(file: Blob): string {
  return file instanceof File && file.name !== "" ? JSON.stringify(file.name) : "This";
}
