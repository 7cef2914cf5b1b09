// Buffers, views of them and images as runs of bytes. No code of ours sees a write to them, so they are compared with
// what they were.

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
    const copy = new ImageData(bytes.width, bytes.height, { colorSpace: bytes.colorSpace });
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

export function isSameBytes(a: Bytes, b: Bytes): boolean {
  const [left, right] = [runOf(a), runOf(b)];
  if (left.length !== right.length) return false;
  const words = left.byteOffset % 4 === 0 && right.byteOffset % 4 === 0 ? left.length >>> 2 : 0;
  const [leftWords, rightWords] = [wordsOf(left, words), wordsOf(right, words)];
  for (let i = 0; i < words; i++) if (leftWords[i] !== rightWords[i]) return false;
  for (let i = words * 4; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

export function overwriteBytes(target: Bytes, source: Bytes): void {
  runOf(target).set(runOf(source));
}

/** Empty if it was transferred away. */
function runOf(bytes: Bytes): Uint8Array {
  if (bufferOf(bytes).byteLength === 0) return new Uint8Array();
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  const view = isImage(bytes) ? bytes.data : bytes;
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function wordsOf(run: Uint8Array, count: number): Int32Array {
  return count === 0 ? new Int32Array() : new Int32Array(run.buffer, run.byteOffset, count);
}

function isImage(value: object): value is ImageData {
  return typeof ImageData !== "undefined" && value instanceof ImageData;
}

function nameOf(bytes: Bytes): string {
  return Object.prototype.toString.call(bytes);
}
