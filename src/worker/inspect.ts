// Any value as text, as the browser's console would show it on one line. Bounded in depth, entries and length; runs no
// getters; survives proxies that throw. Live handles of shared state look like what they stand for.

import { readProperty } from "./read-property.ts";

export interface InspectLimits {
  readonly depth: number;
  readonly entries: number;
  readonly chars: number;
}

export const consoleLimits: InspectLimits = { depth: 4, entries: 100, chars: 10_000 };
export const lineLimits: InspectLimits = { depth: 2, entries: 20, chars: 200 };

/** `describeError`: what stands for an Error, usually with its frames. */
export function inspect(
  value: unknown,
  limits: InspectLimits = consoleLimits,
  describeError: (error: Error) => string = String,
): string {
  const writer: Writer = { limits, describeError, text: "", open: [] };
  write(value, writer, 0);
  return writer.text.length <= limits.chars ? writer.text : `${writer.text.slice(0, limits.chars - 1)}…`;
}

interface Writer {
  readonly limits: InspectLimits;
  readonly describeError: (error: Error) => string;
  text: string;
  /** The containers around the one that is being written. */
  readonly open: object[];
}

function write(value: unknown, writer: Writer, depth: number): void {
  if (writer.text.length > writer.limits.chars) return;
  switch (typeof value) {
    case "string":
      writer.text += JSON.stringify(value.slice(0, writer.limits.chars));
      return;
    case "bigint":
      writer.text += `${value}n`;
      return;
    case "number":
      writer.text += Object.is(value, -0) ? "-0" : String(value);
      return;
    case "undefined":
    case "boolean":
    case "symbol":
      writer.text += String(value);
      return;
    case "function":
      writer.text += describeFunction(value);
      return;
    case "object":
      writeObjectOrNull(value, writer, depth);
  }
}

function writeObjectOrNull(value: object | null, writer: Writer, depth: number): void {
  if (value === null) {
    writer.text += "null";
    return;
  }
  try {
    writeObject(value, writer, depth);
  } catch {
    // A proxy of the person's whose traps throw.
    writer.text += "[cannot be shown]";
  }
}

function writeObject(value: object, writer: Writer, depth: number): void {
  const simple = simpleText(value, writer);
  if (simple !== null) {
    writer.text += simple;
    return;
  }
  if (writer.open.includes(value)) {
    writer.text += "[circular]";
    return;
  }
  const { prefix, open, close, size } = outline(value);
  if (depth >= writer.limits.depth && size > 0) {
    writer.text += `${prefix}${open}…${close}`;
    return;
  }
  writer.text += prefix + open;
  writer.open.push(value);
  writeEntries(value, size, writer, depth + 1);
  writer.open.pop();
  writer.text += close;
}

/** The text of what has no entries worth showing; null for the rest. */
function simpleText(value: object, writer: Writer): string | null {
  if (value instanceof Error) return writer.describeError(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength})`;
  if (value instanceof Promise) return "Promise {…}";
  if (value instanceof Blob) return `${className(value) ?? "Blob"}(${value.size})`;
  return null;
}

interface Outline {
  readonly prefix: string;
  readonly open: string;
  readonly close: string;
  readonly size: number;
}

function outline(value: object): Outline {
  const name = className(value);
  if (Array.isArray(value)) return { prefix: "", open: "[", close: "]", size: value.length };
  if (isTypedArray(value)) return { prefix: `${name}(${value.length}) `, open: "[", close: "]", size: value.length };
  if (value instanceof Map) return { prefix: `Map(${value.size}) `, open: "{", close: "}", size: value.size };
  if (value instanceof Set) return { prefix: `Set(${value.size}) `, open: "{", close: "}", size: value.size };
  const prefix = name === "Object" ? "" : `${name ?? "[no prototype]"} `;
  return { prefix, open: "{", close: "}", size: Object.keys(value).length };
}

function writeEntries(value: object, size: number, writer: Writer, depth: number): void {
  let written = 0;
  const { entries, chars } = writer.limits;
  const next = () => {
    if (written >= entries || writer.text.length > chars) return false;
    if (written++ > 0) writer.text += ", ";
    return true;
  };
  if (Array.isArray(value) || isTypedArray(value)) {
    for (let index = 0; index < size && next(); index++) {
      if (index in value) write(value[index], writer, depth);
      else writer.text += "empty";
    }
  } else if (value instanceof Map) {
    for (const [key, item] of value) {
      if (!next()) break;
      write(key, writer, depth);
      writer.text += " → ";
      write(item, writer, depth);
    }
  } else if (value instanceof Set) {
    for (const item of value) {
      if (!next()) break;
      write(item, writer, depth);
    }
  } else {
    for (const key of Object.keys(value)) {
      if (!next()) break;
      writer.text += /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `${key}: ` : `${JSON.stringify(key)}: `;
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property?.get) writer.text += "[getter]";
      else write(property?.value, writer, depth);
    }
  }
  if (written < size) writer.text += `, … ${size - written} more`;
}

function className(value: object): string | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return null;
  const name = readProperty(readProperty(prototype, "constructor"), "name");
  return typeof name === "string" && name !== "" ? name.slice(0, 100) : "Object";
}

function describeFunction(value: object): string {
  const name = readProperty(value, "name");
  const isClass = /^class\b/.test(Function.prototype.toString.call(value).slice(0, 6));
  const shown = typeof name === "string" && name !== "" ? name.slice(0, 100) : null;
  return isClass ? `class ${shown ?? ""}`.trim() : `ƒ ${shown ?? ""}()`;
}

function isTypedArray(value: object): value is Uint8Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
