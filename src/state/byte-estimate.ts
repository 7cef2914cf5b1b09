// About how many bytes data (operations, contents) take when they are stored or sent. Its cost follows what it counts, up to `limit`.

/** Stops counting above `limit` and returns something greater than it. */
export function estimateBytes(data: unknown, limit = Infinity): number {
  let bytes = 0;
  const stack: object[] = [];
  const count = (value: unknown): void => {
    bytes += 8;
    if (typeof value === "string") bytes += value.length;
    else if (typeof value === "object" && value !== null) stack.push(value);
  };
  count(data);
  for (let value = stack.pop(); value !== undefined && bytes <= limit; value = stack.pop()) {
    if (Array.isArray(value)) {
      for (const part of value) {
        if (bytes > limit) break;
        count(part);
      }
    } else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) bytes += value.byteLength;
    else if (value instanceof Blob) bytes += value.size;
    else if (typeof ImageData !== "undefined" && value instanceof ImageData) bytes += value.data.byteLength;
    else for (const part of Object.values(value)) count(part);
  }
  return bytes;
}
