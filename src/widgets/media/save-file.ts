// Saves a file where the browser puts downloads. Its address exists for that moment only, so nobody opens it as a page of
// this site.

import type { Picture } from "../../spec/is-picture.ts";

export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** A picture under its own name, or a given one. Pixels are saved as PNG. */
export async function savePicture(picture: Picture, name: string): Promise<void> {
  if (picture instanceof File) return saveFile(picture, picture.name);
  if (picture instanceof Blob)
    return saveFile(picture, `${name}.${picture.type.replace(/^image\/|\+.*$/g, "") || "png"}`);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d")?.putImageData(picture, 0, 0);
  saveFile(await canvas.convertToBlob({ type: "image/png" }), `${name}.png`);
}
