// A graph as JSON, for links and files: whatever shared data can be, in a form that any program can carry. What is read may
// have been written by anybody, so it passes the checks of what comes from a worker.

import type { AtomValue, Content, Encoded, GraphData, SlotInfo } from "../protocol/operation.ts";
import { InvalidOperationError, valid } from "./invalid-operation.ts";
import { Replica } from "./replica.ts";

export type Json = null | boolean | number | string | readonly Json[];

/** Far more than any app gives out, and far from where numbers end. */
const maxId = 2 ** 40;
/** So that reading them takes no time worth mentioning. */
const maxDigits = 100_000;

/** Reads the bytes of files on the way. */
export async function writeGraph({ nextId, slots, containers }: GraphData): Promise<Json> {
  const written = slots.map(([key, { name, first, count, made }, value]) => {
    return [key, name, first, count, made ?? null, writePlace(value)];
  });
  const held = containers.map(async ([id, content]) => [id, content[0], ...(await writeContent(content))]);
  return [nextId, written, await Promise.all(held)];
}

/** Throws InvalidOperationError. */
export function readGraph(json: unknown): GraphData {
  const [nextId, slots, containers] = list(json);
  valid(typeof nextId === "number" && nextId <= maxId, "the next id is no id");
  const data = {
    nextId,
    slots: list(slots).map((slot) => {
      const [key, name, first, count, made, value] = list(slot);
      const info = { name, first, count, ...(made === null ? {} : { made }) };
      return [key, info as SlotInfo, readPlace(value)] as GraphData["slots"][number];
    }),
    containers: list(containers).map((container) => {
      const [id, kind, ...inside] = list(container);
      return [id, readContent(kind, inside)] as GraphData["containers"][number];
    }),
  };
  return Replica.from(data).toData();
}

/** A reference is a list of its id, a hole an empty one; what JSON has no word for is a list with a letter. */
function writePlace(value: Encoded): Json {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0) ? value : ["n", Object.is(value, -0) ? "-0" : String(value)];
  if (typeof value === "bigint") return ["b", String(value)];
  if (value === undefined) return ["u"];
  if (typeof value !== "object" || value === null) return value;
  return value[0] === "ref" ? [value[1]] : [];
}

function readPlace(json: unknown): Encoded {
  if (!Array.isArray(json)) {
    valid(json === null || typeof json !== "object", "a value is no data");
    return json as Encoded;
  }
  const [first, text] = json as unknown[];
  if (json.length === 0) return ["hole"];
  if (typeof first === "number") return ["ref", first];
  if (first === "u") return undefined;
  valid(typeof text === "string", "a value is no data");
  if (first === "n") return Number(text);
  valid(first === "b" && text.length <= maxDigits && /^-?\d+$/.test(text), "a value is no data");
  return BigInt(text);
}

async function writeContent(content: Content): Promise<readonly Json[]> {
  switch (content[0]) {
    case "object":
    case "dict":
      return content[1].flatMap(([key, value]) => [key, writePlace(value)]);
    case "map":
      return content[1].flatMap(([key, value]) => [writePlace(key), writePlace(value)]);
    case "array":
    case "set":
      return content[1].map(writePlace);
    case "date":
      return [writePlace(content[1])];
    case "bytes":
      return writeBytes(content[1]);
    case "atom":
      return writeAtom(content[1]);
  }
}

function readContent(kind: unknown, inside: readonly unknown[]): Content {
  switch (kind) {
    case "object":
    case "dict":
      return [kind, pairs(inside).map(([key, value]) => [key as string, readPlace(value)])];
    case "map":
      return [kind, pairs(inside).map(([key, value]) => [readPlace(key), readPlace(value)])];
    case "array":
    case "set":
      return [kind, inside.map(readPlace)];
    case "date":
      return [kind, readPlace(inside[0]) as number];
    case "bytes":
      return [kind, attempt(() => readBytes(inside))];
    case "atom":
      return [kind, attempt(() => readAtom(inside))];
    default:
      throw new InvalidOperationError("a container is of an unknown kind");
  }
}

function writeBytes(bytes: ArrayBuffer | ArrayBufferView | ImageData): readonly Json[] {
  if (bytes instanceof ArrayBuffer) return ["ArrayBuffer", toBase64(new Uint8Array(bytes))];
  if (!ArrayBuffer.isView(bytes)) {
    const { data, width, height } = bytes;
    return ["ImageData", toBase64(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)), width, height];
  }
  const { buffer, byteOffset, byteLength } = bytes;
  return [bytes.constructor.name, toBase64(new Uint8Array(buffer, byteOffset, byteLength))];
}

function readBytes([name, text, width, height]: readonly unknown[]): ArrayBuffer | ArrayBufferView | ImageData {
  const bytes = fromBase64(text);
  if (name === "ArrayBuffer") return bytes.buffer;
  if (name === "ImageData") {
    return new ImageData(new Uint8ClampedArray(bytes.buffer), Number(width), Number(height));
  }
  valid(typeof name === "string" && views.has(name), "the bytes are of an unknown kind");
  const View: unknown = Reflect.get(globalThis, name);
  return Reflect.construct(View as typeof Uint8Array, [bytes.buffer]);
}

const views: ReadonlySet<string> = new Set([
  ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"],
  ...["Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array", "DataView"],
]);

async function writeAtom(atom: AtomValue): Promise<readonly Json[]> {
  if (atom instanceof RegExp) return ["RegExp", atom.source, atom.flags];
  const bytes = toBase64(new Uint8Array(await atom.arrayBuffer()));
  return typeof File !== "undefined" && atom instanceof File
    ? ["File", atom.type, bytes, atom.name, atom.lastModified]
    : ["Blob", atom.type, bytes];
}

function readAtom([name, ...rest]: readonly unknown[]): AtomValue {
  const [first, second, title, lastModified] = rest;
  valid(typeof first === "string" && typeof second === "string", "a file has no bytes");
  if (name === "RegExp") return new RegExp(first, second);
  if (name === "Blob") return new Blob([fromBase64(second)], { type: first });
  valid(name === "File" && typeof title === "string", "a file has no name");
  return new File([fromBase64(second)], title, { type: first, lastModified: Number(lastModified) });
}

/** What browsers' own constructors refuse is no data either. */
function attempt<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof InvalidOperationError) throw error;
    throw new InvalidOperationError("the bytes are not what they claim to be");
  }
}

function list(value: unknown): readonly unknown[] {
  valid(Array.isArray(value), "a list is missing");
  return value as readonly unknown[];
}

function pairs(flat: readonly unknown[]): (readonly [unknown, unknown])[] {
  return Array.from({ length: Math.ceil(flat.length / 2) }, (_, i) => [flat[2 * i], flat[2 * i + 1]] as const);
}

/** In pieces, since a call takes no more arguments. */
const pieceBytes = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    text += String.fromCharCode(...bytes.subarray(at, at + pieceBytes));
  }
  return btoa(text);
}

function fromBase64(text: unknown): Uint8Array<ArrayBuffer> {
  valid(typeof text === "string", "there are no bytes");
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
