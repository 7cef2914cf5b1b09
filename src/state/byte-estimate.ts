// About how many bytes data (operations, contents) take when they are stored or sent. Its cost follows what it counts, up to `limit`.

/** Stops counting above `limit` and returns something greater than it. */
export function estimateBytes(data: unknown, limit = Infinity): number {
  let bytes = 0;
  const stack: unknown[] = [data];
  while (stack.length > 0 && bytes <= limit) {
    const value = stack.pop();
    bytes += 8;
    if (typeof value === "string") bytes += value.length;
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) bytes += value.byteLength;
    else if (value instanceof Blob) bytes += value.size;
    else if (typeof ImageData !== "undefined" && value instanceof ImageData) bytes += value.data.byteLength;
    else if (typeof value === "object" && value !== null) {
      // Pushed one by one: an array may be longer than a call can have arguments.
      for (const part of Object.values(value)) stack.push(part);
    }
  }
  return bytes;
}
