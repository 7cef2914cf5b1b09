// Which values are handles, and what a handle needs of the graph that it belongs to.

import type { Change } from "./change.ts";
import type { Container } from "./container.ts";

/** The graph behind a handle. */
export interface HandleOwner {
  /** What stands in a place for a value: for a plain object that has been shared, its handle. */
  intern(value: unknown): unknown;
  /** What stands for a value among the keys of a Map or the members of a Set. */
  internKey(value: unknown): unknown;
  /** What a person gets to see of such a key. */
  presentKey(key: unknown): unknown;
  /** Throws a TypeError if the container may not be changed now. */
  assertWritable(container: Container): void;
  /** Makes a change, and remembers how to undo it; throws a TypeError if the container may not be changed now. */
  change(change: Change & readonly [unknown, Container, ...unknown[]]): void;
  /** How a person would name the container: "scores[3]". */
  describe(container: Container): string;
}

export interface Handle {
  readonly owner: HandleOwner;
  readonly container: Container;
}

const handles = new WeakMap<object, Handle>();

export function handleOf(value: unknown): Handle | undefined {
  return typeof value === "object" && value !== null ? handles.get(value) : undefined;
}

/** Makes `place` the handle of a container. */
export function registerHandle(place: object, handle: Handle): void {
  handle.container.place = place;
  handle.container.key = place;
  handles.set(place, handle);
}
