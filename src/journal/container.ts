// One container of a graph: an object, array, Map, Set, Date, some bytes or an atom. The same on both sides; what stands
// in places for it differs: the page's containers stand for themselves, the worker's are stood for by their handles.

import { assertNever } from "../base/assert.ts";
import type { AtomValue, ContainerId, ContainerKind } from "../protocol/operation.ts";
import type { KeyOrder } from "./key-order.ts";
import { nativeMap, nativeSet } from "./natives.ts";

export type Bytes = ArrayBuffer | ArrayBufferView | ImageData;

/** What holds the places of each kind, natively, so that reading needs no code of ours. */
export interface Raws {
  object: Record<string, unknown>;
  dict: Record<string, unknown>;
  array: unknown[];
  map: Map<unknown, unknown>;
  set: Set<unknown>;
  date: Date;
  bytes: Bytes;
  atom: AtomValue;
}

/** How writes through a handle are taken. */
export type Writing =
  /** Recorded, inside a transaction only. */
  | "recorded"
  /** As if it were plain: it belongs to a value that is loaded once. */
  | "free"
  /** Refused: it was frozen when it was shared. */
  | "frozen"
  /** Refused: made while loading, but the room's state has nothing in its place. */
  | "orphaned"
  /** Refused: it was held by a variable that others reset or discarded. */
  | { readonly discarded: string };

export class ContainerOf<K extends ContainerKind> {
  /** 0 while it is in no graph: at loading, or after it was removed. */
  id: ContainerId = 0;
  /** How many places and slots of its graph hold it. */
  holders = 0;
  readonly kind: K;
  raw: Raws[K];
  /** What stands in a place for it. */
  place: unknown = this;
  /** What stands for it among the keys of a Map and the members of a Set. */
  key: unknown = this;
  /** Kept once the order of keys or members was asked for. */
  order: KeyOrder | null = null;
  /** A key was put in front of others, which only `order` knows yet. */
  isShuffled = false;
  writing: Writing = "recorded";
  /** Of bytes with live handles: a copy of what they were at the last boundary. */
  saved: Bytes | null = null;
  /** Of the page's bytes: others may hold the same object, so that a copy of it is written, once. */
  isLent = true;

  constructor(kind: K, raw: Raws[K]) {
    this.kind = kind;
    this.raw = raw;
  }

  /** It is in the graph (again). */
  readmit(): void {
    if (this.writing === "orphaned" || typeof this.writing === "object") this.writing = "recorded";
  }
}

/** Narrows by its kind. */
export type Container = { [K in ContainerKind]: ContainerOf<K> }[ContainerKind];
/** What can be read like a container: one, or a plain value of its kind. */
export type Source = {
  [K in ContainerKind]: { readonly kind: K; readonly raw: Raws[K]; readonly order?: KeyOrder | null };
}[ContainerKind];
export type ObjectContainer = ContainerOf<"object"> | ContainerOf<"dict">;
export type ArrayContainer = ContainerOf<"array">;
export type MapContainer = ContainerOf<"map">;
export type SetContainer = ContainerOf<"set">;

/** A place of a sparse array that holds nothing, where places are listed. */
export const HOLE = Symbol("hole");

/** What one place of an array holds. */
export function elementAt(array: readonly unknown[], index: number): unknown {
  const value = array[index];
  return value === undefined && !Object.hasOwn(array, index) ? HOLE : value;
}

/** What holds the places of a new container. */
export function emptyRaw<K extends Exclude<ContainerKind, "bytes" | "atom">>(kind: K): Raws[K];
export function emptyRaw(kind: Exclude<ContainerKind, "bytes" | "atom">): Raws[typeof kind] {
  switch (kind) {
    case "object":
      return {};
    case "dict":
      return Object.create(null) as Raws["dict"];
    case "array":
      return [];
    case "map":
      return new Map();
    case "set":
      return new Set();
    case "date":
      return new Date(NaN);
    default:
      return assertNever(kind);
  }
}

/** Visits everything that stands in places, keys of Maps included. */
export function eachHeld(source: Source, visit: (value: unknown) => void): void {
  switch (source.kind) {
    case "object":
    case "dict":
      for (const key of Object.keys(source.raw)) visit(source.raw[key]);
      return;
    case "array":
      for (let i = 0; i < source.raw.length; i++) visit(source.raw[i]);
      return;
    case "map":
      for (const [key, value] of nativeMap.entries(source.raw)) {
        visit(key);
        visit(value);
      }
      return;
    case "set":
      for (const member of nativeSet.values(source.raw)) visit(member);
      return;
    case "date":
    case "bytes":
    case "atom":
      return;
    default:
      assertNever(source);
  }
}
