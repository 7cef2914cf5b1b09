// Everything inside a container as one value: to copy it, to fill it anew, and to turn it into its wire form and back.

import { assertNever } from "../base/assert.ts";
import type { AtomValue } from "../protocol/operation.ts";
import { elements, refill } from "./array-edits.ts";
import { copyBytes } from "./bytes.ts";
import { fillBytes } from "./bytes-edits.ts";
import type { Bytes, Container, Raws, Source } from "./container.ts";
import { nativeDate, nativeMap, nativeSet } from "./natives.ts";
import { define } from "./object-edits.ts";
import { entriesOf, keysOf, membersOf } from "./ordered.ts";

/** As Content, of whatever stands in places: Content itself is ContentsOf<Encoded>. */
export type ContentsOf<V> =
  | readonly ["object" | "dict", readonly (readonly [key: string, value: V])[]]
  | readonly ["array", readonly V[]]
  | readonly ["map", readonly (readonly [key: V, value: V])[]]
  | readonly ["set", readonly V[]]
  | readonly ["date", number]
  | readonly ["bytes", Bytes]
  | readonly ["atom", AtomValue];

/** With HOLE for the places of an array that hold nothing. */
export type Contents = ContentsOf<unknown>;

export function readContents(source: Source): Contents {
  switch (source.kind) {
    case "object":
    case "dict": {
      const { raw } = source;
      return [source.kind, keysOf(source).map((key) => [key, raw[key]] as const)];
    }
    case "array":
      return ["array", elements(source.raw, 0, source.raw.length)];
    case "map":
      return ["map", Array.from(entriesOf(source))];
    case "set":
      return ["set", Array.from(membersOf(source))];
    case "date":
      return ["date", nativeDate.getTime(source.raw)];
    case "bytes":
      return ["bytes", source.raw];
    case "atom":
      return ["atom", source.raw];
    default:
      return assertNever(source);
  }
}

/** Replaces everything inside a container by contents of its kind. */
export function writeContents(container: Container, contents: Contents): void {
  container.order = null;
  container.isShuffled = false;
  if (container.kind === "bytes" && contents[0] === "bytes") fillBytes(container, contents[1]);
  else fillRaw(container.raw, contents);
}

/** Brings native order about: all at once, since each key that is put in front of others moves all of them. */
export function settleOrder(container: Container): void {
  // The page's containers have no other order than `order`.
  if (!container.isShuffled || container.place === container) return;
  container.isShuffled = false;
  fillRaw(container.raw, readContents(container));
}

/** As readContents, for what outlives the moment. */
export function copyContents(source: Source): Contents {
  return source.kind === "bytes" ? ["bytes", copyBytes(source.raw)] : readContents(source);
}

/** Replaces everything inside what holds the places of a container, which is of the contents' kind. */
export function fillRaw(raw: unknown, contents: Contents): void {
  switch (contents[0]) {
    case "object":
    case "dict": {
      const object = raw as Raws["object"];
      for (const key of Object.keys(object)) delete object[key];
      for (const [key, value] of contents[1]) define(object, key, value);
      return;
    }
    case "array":
      refill(raw as Raws["array"], contents[1]);
      return;
    case "map": {
      const map = raw as Raws["map"];
      nativeMap.clear(map);
      for (const [key, value] of contents[1]) nativeMap.set(map, key, value);
      return;
    }
    case "set": {
      const set = raw as Raws["set"];
      nativeSet.clear(set);
      for (const member of contents[1]) nativeSet.add(set, member);
      return;
    }
    case "date":
      nativeDate.setTime(raw as Raws["date"], contents[1]);
      return;
    case "bytes":
    case "atom":
      return;
    default:
      assertNever(contents);
  }
}

/** The same contents with every place, and every key of a Map or member of a Set, turned into something else. */
export function mapContents<V, W>(
  contents: ContentsOf<V>,
  place: (value: V) => W,
  key: (value: V) => W,
): ContentsOf<W> {
  switch (contents[0]) {
    case "object":
    case "dict":
      return [contents[0], contents[1].map(([name, value]) => [name, place(value)] as const)];
    case "array":
      return ["array", contents[1].map(place)];
    case "map":
      return ["map", contents[1].map(([name, value]) => [key(name), place(value)] as const)];
    case "set":
      return ["set", contents[1].map(key)];
    case "date":
    case "bytes":
    case "atom":
      return contents;
    default:
      return assertNever(contents);
  }
}
