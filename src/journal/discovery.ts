// Finds the containers within values that are about to be shared, and says where something in them is no data. One after
// the other instead of recursively, so that long chains do not overflow the stack; in the order of entries, so that the
// same program always finds them in the same order.

import { bufferOf } from "./bytes.ts";
import { assertNever } from "../base/assert.ts";
import type { Bytes, Container, Source } from "./container.ts";
import { dataKind, oddProperty } from "./data-kind.ts";
import { nativeMap, nativeSet } from "./natives.ts";

export interface Found {
  /** The plain object, or the handle of another graph; for a container of this graph, its handle. */
  readonly value: object;
  readonly source: Source;
  /** A container of this graph that is not in it now. */
  readonly container: Container | null;
  readonly from: Found | null;
  readonly step: Step;
}

/** Where something stands: in a variable, under a key, at an index, as a key or member. */
export type Step =
  | { readonly kind: "root"; readonly path: () => string }
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "value"; readonly key: unknown }
  | { readonly kind: "member" };

/** Where the search goes on for a value that is no plain data itself. */
export type Known =
  | { readonly kind: "shared" }
  | { readonly kind: "container"; readonly container: Container }
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "refused"; readonly what: string };

export class NotDataError extends Error {
  readonly path: string;
  readonly what: string;

  constructor(path: string, what: string) {
    super(`${path} is ${what}`);
    this.path = path;
    this.what = what;
  }
}

export const secondView = "a second view of the same memory: share a copy of it (with slice)";

export class Discovery {
  /** By container where there is one, else by value. */
  readonly #found = new Map<object, Found>();
  /** The view of each buffer that was found. */
  readonly #views = new WeakMap<ArrayBufferLike, object>();
  readonly #know: (value: object) => Known | null;

  /** `know` says of handles, and of plain objects that have been shared, what they stand for. */
  constructor(know: (value: object) => Known | null) {
    this.#know = know;
  }

  /** In the order in which they were found. */
  get found(): Iterable<Found> {
    return this.#found.values();
  }

  get(identity: object): Found | undefined {
    return this.#found.get(identity);
  }

  /** Searches a value; throws NotDataError. `path` is asked for only then. Returns what was found for the first time. */
  search(value: unknown, path: () => string): Found[] {
    const open: Found[] = [];
    try {
      this.#visit(value, null, { kind: "root", path }, open);
      for (const found of open) this.#enter(found, open);
    } catch (error) {
      for (const { value: each, container } of open) this.#found.delete(container ?? each);
      throw error;
    }
    return open;
  }

  #visit(value: unknown, from: Found | null, step: Step, open: Found[]): void {
    if (isPrimitive(value)) return;
    const known = typeof value === "object" && value !== null ? this.#know(value) : null;
    if (known?.kind === "shared") return;
    if (known?.kind === "refused") throw new NotDataError(pathTo(from, step), known.what);
    const container = known?.kind === "container" ? known.container : null;
    const identity = container ?? (value as object);
    if (this.#found.has(identity)) return;
    const source = container ?? (known?.kind === "source" ? known.source : dataKind(value));
    if (typeof source === "string") throw new NotDataError(pathTo(from, step), source);
    const found: Found = { value: value as object, source, container, from, step };
    if (!known) assertOrdinary(found);
    if (source.kind === "bytes") this.#assertOnlyView(found, source.raw);
    this.#found.set(identity, found);
    open.push(found);
  }

  /** Other tabs could not have two views of one buffer. */
  #assertOnlyView({ from, step, value }: Found, bytes: Bytes): void {
    const buffer = bufferOf(bytes);
    const other = this.#views.get(buffer);
    if (other && other !== value && this.#isFound(other)) throw new NotDataError(pathTo(from, step), secondView);
    this.#views.set(buffer, value);
  }

  #isFound(value: object): boolean {
    const known = this.#know(value);
    return this.#found.has(known?.kind === "container" ? known.container : value);
  }

  #enter(found: Found, open: Found[]): void {
    const { source } = found;
    switch (source.kind) {
      case "object":
      case "dict":
        for (const key of Object.keys(source.raw)) {
          const value = source.raw[key];
          if (!isPrimitive(value)) this.#visit(value, found, { kind: "key", key }, open);
        }
        return;
      case "array":
        for (let index = 0; index < source.raw.length; index++) {
          const value = source.raw[index];
          if (!isPrimitive(value)) this.#visit(value, found, { kind: "index", index }, open);
        }
        return;
      case "map":
        for (const [key, value] of nativeMap.entries(source.raw)) {
          if (!isPrimitive(key)) this.#visit(key, found, { kind: "member" }, open);
          if (!isPrimitive(value)) this.#visit(value, found, { kind: "value", key }, open);
        }
        return;
      case "set":
        for (const member of nativeSet.values(source.raw)) {
          if (!isPrimitive(member)) this.#visit(member, found, { kind: "member" }, open);
        }
        return;
      case "date":
      case "bytes":
      case "atom":
        return;
      default:
        assertNever(source);
    }
  }
}

/** Data without further ado. */
function isPrimitive(value: unknown): boolean {
  return value === null || (typeof value !== "object" && typeof value !== "function" && typeof value !== "symbol");
}

function assertOrdinary(found: Found): void {
  const odd = oddProperty(found.source);
  if (!odd) return;
  const step = typeof odd.key === "string" ? stepText({ kind: "key", key: odd.key }) : `[${String(odd.key)}]`;
  throw new NotDataError(pathTo(found.from, found.step) + step, odd.what);
}

function pathTo(from: Found | null, step: Step): string {
  let path = stepText(step);
  for (let found = from; found; found = found.from) path = stepText(found.step) + path;
  return path;
}

export function stepText(step: Step): string {
  switch (step.kind) {
    case "root":
      return step.path();
    case "key":
      return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(step.key) ? `.${step.key}` : `[${JSON.stringify(step.key)}]`;
    case "index":
      return `[${step.index}]`;
    case "value":
      return `.get(${typeof step.key === "string" ? JSON.stringify(step.key) : typeof step.key === "object" ? "…" : String(step.key)})`;
    case "member":
      return ".keys()";
  }
}
