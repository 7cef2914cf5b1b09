// What is data: the rules of which values can be shared, each violation as the end of a sentence.

import { bufferOf, isBytes } from "./bytes.ts";
import type { Bytes, Source } from "./container.ts";
import { isLocal } from "./local-values.ts";
import { stalePrototypes } from "./stale.ts";

/** A value that is no primitive as something that holds places, or what it is instead of data. */
export function dataKind(value: unknown): Source | string {
  if (typeof value === "function")
    return /^class\b/.test(Function.prototype.toString.call(value)) ? "a class" : "a function";
  if (typeof value === "symbol") return "a symbol";
  const raw = value as object;
  if (isLocal(raw)) return "a value made local by gr.local";
  const prototype: unknown = Object.getPrototypeOf(raw);
  if (prototype === null) return { kind: "dict", raw: raw as Record<string, unknown> };
  const source = sourceOf(raw);
  const expected = source && prototypes[source.kind];
  return source && expected?.includes(prototype) ? source : describeInstance(raw);
}

/** An own property that no data has, or null. */
export function oddProperty(source: Source): { readonly key: string | symbol; readonly what: string } | null {
  const { kind } = source;
  if (kind === "atom" || kind === "bytes") return null;
  const [symbol] = Object.getOwnPropertySymbols(source.raw);
  if (symbol) return { key: symbol, what: "keyed by a symbol" };
  if (kind === "array") return oddArrayProperty(source.raw);
  for (const key of Object.getOwnPropertyNames(source.raw)) {
    if (kind !== "object" && kind !== "dict") return { key, what: `a property of its own on a ${nameOf(kind)}` };
    const descriptor = Object.getOwnPropertyDescriptor(source.raw, key);
    if (descriptor && !("value" in descriptor)) return { key, what: "a getter or setter" };
    if (descriptor && !descriptor.enumerable) return { key, what: "a property that is not enumerable" };
  }
  return null;
}

const prototypes: Readonly<Record<Source["kind"], readonly unknown[]>> = {
  object: [Object.prototype],
  dict: [null],
  array: [Array.prototype],
  // What one graph has taken can go into another: what it held then is in it still.
  map: [Map.prototype, stalePrototypes.map],
  set: [Set.prototype, stalePrototypes.set],
  date: [Date.prototype, stalePrototypes.date],
  bytes: bytesPrototypes(),
  atom: [RegExp.prototype, Blob.prototype, typeof File === "undefined" ? Blob.prototype : File.prototype],
};

function bytesPrototypes(): unknown[] {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => /^\w+\d(?:Clamped)?Array$/.test(name));
  const classes = ["ArrayBuffer", "DataView", "ImageData", ...names].map((name): unknown =>
    Reflect.get(globalThis, name),
  );
  return classes.flatMap((each) => (typeof each === "function" ? [each.prototype as unknown] : []));
}

function sourceOf(raw: object): Source | null {
  if (Array.isArray(raw)) return { kind: "array", raw };
  if (raw instanceof Map) return { kind: "map", raw };
  if (raw instanceof Set) return { kind: "set", raw };
  if (raw instanceof Date) return { kind: "date", raw };
  if (raw instanceof RegExp || raw instanceof Blob) return { kind: "atom", raw };
  if (isBytes(raw)) return isResizable(raw) ? null : { kind: "bytes", raw };
  return { kind: "object", raw: raw as Record<string, unknown> };
}

/** Counts before it looks, since arrays can be long. */
function oddArrayProperty(array: readonly unknown[]): { readonly key: string; readonly what: string } | null {
  const names = Object.keys(array);
  let elements = 0;
  for (let i = 0; i < array.length; i++) if (array[i] !== undefined || Object.hasOwn(array, i)) elements++;
  const key = names.length > elements ? names.at(elements) : undefined;
  return key === undefined ? null : { key, what: "a property of its own on an array" };
}

function describeInstance(value: object): string {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    const what = isBytes(value) && isResizable(value) ? "of a size that can change" : "of shared memory";
    return `${withArticle(nameOfClass(value))} ${what}`;
  }
  if (value instanceof Promise) return "a promise";
  if (value instanceof Error) return `an error (${nameOfClass(value)})`;
  return `an instance of ${nameOfClass(value)}`;
}

function isResizable(bytes: Bytes): boolean {
  const buffer = bufferOf(bytes);
  return buffer instanceof ArrayBuffer && buffer.resizable;
}

function nameOfClass(value: object): string {
  const constructor: unknown = Reflect.get(value, "constructor");
  return typeof constructor === "function" && constructor.name !== "" ? constructor.name : "a class";
}

function nameOf(kind: Source["kind"]): string {
  return kind === "map" ? "Map" : kind === "set" ? "Set" : "Date";
}

function withArticle(name: string): string {
  return `${/^[AEIO]/.test(name) ? "an" : "a"} ${name}`;
}
