// Buffers, views of them and images as runs of bytes. No code of ours sees a write to them, so they are compared with
// what they were.

import { differingRanges, type Range } from "./bytes-difference.ts";
import type { Bytes } from "./container.ts";

export function isBytes(value: object): value is Bytes {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer;
  return value instanceof ArrayBuffer || isImage(value);
}

/** The memory behind it, which two views may have in common. */
export function bufferOf(bytes: Bytes): ArrayBufferLike {
  if (bytes instanceof ArrayBuffer) return bytes;
  return isImage(bytes) ? bytes.data.buffer : bytes.buffer;
}

/** A copy with memory of its own, however large the buffer is that it is a view of. */
export function copyBytes(bytes: Bytes): Bytes {
  if (isImage(bytes)) {
    const { width, height } = bytes;
    // Typed as if it were always there: Firefox has one space only, and refuses to be told of any.
    const colorSpace = bytes.colorSpace as PredefinedColorSpace | undefined;
    const copy = colorSpace ? new ImageData(width, height, { colorSpace }) : new ImageData(width, height);
    copy.data.set(bytes.data);
    return copy;
  }
  const { buffer } = runOf(bytes).slice();
  if (bytes instanceof ArrayBuffer) return buffer;
  return Reflect.construct(bytes.constructor, [buffer]) as ArrayBufferView;
}

/** Of the same kind and size, so that one can take what the other holds. */
export function isSameShape(a: Bytes, b: Bytes): boolean {
  const [left, right] = [runOf(a), runOf(b)];
  if (nameOf(a) !== nameOf(b) || left.length !== right.length) return false;
  return !isImage(a) || !isImage(b) || (a.width === b.width && a.colorSpace === b.colorSpace);
}

/** Where they differ. Both are of the same shape. */
export function differences(a: Bytes, b: Bytes): Range[] {
  return differingRanges(runOf(a), runOf(b));
}

export function sliceBytes(bytes: Bytes, start: number, end: number): Uint8Array<ArrayBuffer> {
  return runOf(bytes).slice(start, end);
}

export function sizeOf(bytes: Bytes): number {
  return runOf(bytes).length;
}

export function overwriteBytes(target: Bytes, source: Bytes, start: number): void {
  runOf(target).set(runOf(source), start);
}

/** Empty if it was transferred away. */
function runOf(bytes: Bytes): Uint8Array {
  if (bufferOf(bytes).byteLength === 0) return new Uint8Array();
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  const view = isImage(bytes) ? bytes.data : bytes;
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function isImage(value: object): value is ImageData {
  return typeof ImageData !== "undefined" && value instanceof ImageData;
}

function nameOf(bytes: Bytes): string {
  return Object.prototype.toString.call(bytes);
}
