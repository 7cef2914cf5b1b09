// A number that tells whether a stored value is still what was stored. Against damage and mistakes, not against malice.

/** The same for values that structuredClone takes for the same. Of a Blob only its size and type count. */
export function checksum(value: unknown): number {
  return add(0x811c9dc5, value) >>> 0;
}

function add(hash: number, value: unknown): number {
  switch (typeof value) {
    case "string":
      return addText(mix(hash, 1), value);
    case "number":
      return addNumber(mix(hash, 2), value);
    case "bigint":
      return addText(mix(hash, 3), value.toString());
    case "boolean":
      return mix(hash, value ? 4 : 5);
    case "object":
      return value === null ? mix(hash, 6) : addObject(hash, value);
    default:
      return mix(hash, 7);
  }
}

function addObject(hash: number, value: object): number {
  if (Array.isArray(value)) return value.reduce<number>(add, mix(mix(hash, 8), value.length));
  if (value instanceof ArrayBuffer) return addBytes(mix(hash, 9), new Uint8Array(value));
  if (ArrayBuffer.isView(value)) {
    return addBytes(mix(hash, 10), new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
  if (value instanceof Blob) return addText(addNumber(mix(hash, 11), value.size), value.type);
  if (value instanceof RegExp) return addText(mix(hash, 12), String(value));
  if (typeof ImageData !== "undefined" && value instanceof ImageData) {
    return add(addNumber(mix(hash, 13), value.width), value.data);
  }
  let sum = mix(hash, 14);
  for (const [key, part] of Object.entries(value)) sum = add(addText(sum, key), part);
  return sum;
}

function addText(hash: number, text: string): number {
  let sum = mix(hash, text.length);
  for (let i = 0; i < text.length; i++) sum = mix(sum, text.charCodeAt(i));
  return sum;
}

const float = new Float64Array(1);
const halves = new Uint32Array(float.buffer);

function addNumber(hash: number, value: number): number {
  if ((value | 0) === value) return mix(hash, value);
  // There are many ways to write NaN, and which one comes back is up to the browser.
  float[0] = Number.isNaN(value) ? 0.5 : value;
  return mix(mix(hash, halves[0] ?? 0), halves[1] ?? 0);
}

function addBytes(hash: number, bytes: Uint8Array): number {
  let sum = mix(hash, bytes.length);
  for (const byte of bytes) sum = mix(sum, byte);
  return sum;
}

/** One round of FNV-1a, with words for bytes, and a shift so that high bits reach low ones. */
function mix(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x01000193);
  return next ^ (next >>> 15);
}
