// What a picture is on its way between a function and the page.

export type Picture = Blob | ImageData;

export function isPicture(value: unknown): value is Picture {
  return value instanceof Blob || isImageData(value);
}

export function isImageData(value: unknown): value is ImageData {
  return typeof ImageData !== "undefined" && value instanceof ImageData;
}
