// Turns plain values into containers of a graph: each gets a container of its own, filled with what it holds now, and the
// plain value is stale from then on.

import { type Container, eachHeld } from "./container.ts";
import { type Contents, mapContents, readContents, writeContents } from "./contents.ts";
import type { Found } from "./discovery.ts";
import { handleOf } from "./handle.ts";
import type { Heap } from "./heap.ts";
import { makeStale } from "./stale.ts";

export class Sharing {
  readonly #heap: Heap;
  readonly #found: readonly Found[];
  /** Of values that the heap does not know by itself: handles of other graphs stay what they are. */
  readonly #standIns = new Map<unknown, Container>();
  /** In the order of what was found. */
  readonly containers: readonly Container[];

  /** Makes the containers, still empty. */
  constructor(heap: Heap, found: readonly Found[]) {
    this.#heap = heap;
    this.#found = found;
    this.containers = found.map(({ value, source, container }) => {
      const made = container ?? heap.createFor(value, source);
      this.#standIns.set(value, made);
      return made;
    });
  }

  /** The container that a value stands for now. */
  containerOf(value: unknown): Container | null {
    if (typeof value !== "object" || value === null) return null;
    return this.#standIns.get(value) ?? this.#heap.containerOf(value);
  }

  /** What stands in a place for a value. */
  place = (value: unknown): unknown => this.containerOf(value)?.place ?? value;

  key = (value: unknown): unknown => this.containerOf(value)?.key ?? value;

  /** Fills the containers with what was found to hold `contents`, and makes the plain values stale. */
  fill(contents: readonly Contents[] = this.#found.map(({ source }) => readContents(source))): void {
    this.#found.forEach(({ value, source, container: known }, i) => {
      const container = this.containers[i];
      const inside = contents[i];
      if (!container || !inside || container.kind === "bytes" || (known && this.#isSettled(known))) return;
      writeContents(container, mapContents(inside, this.place, this.key));
      if (!known && !handleOf(value)) makeStale(source);
    });
  }

  #isSettled(container: Container): boolean {
    let settled = true;
    eachHeld(container, (value) => (settled &&= this.containerOf(value)?.place === value || !isObject(value)));
    return settled;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
