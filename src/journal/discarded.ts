// Variables that others reset or discard: what they held here is shared no more, and writing it must not seem to work.

import { type Container, eachHeld } from "./container.ts";
import type { Heap } from "./heap.ts";
import type { Slot } from "./slots.ts";
import type { Binding } from "./variables.ts";

export function discardedError(variable: string): TypeError {
  return new TypeError(
    `${variable} is no longer shared: it was reset or discarded in another tab. Run the code again.`,
  );
}

/** Follows variables through a patch. */
export class Discarded {
  readonly #heap: Heap;
  readonly #slots = new Map<string, Slot>();
  /** With the name of the variable that held it. */
  readonly #held = new Map<Container, string>();

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /** Before they may go. */
  watch(keys: Iterable<string>): void {
    for (const key of keys) {
      const slot = this.#heap.graph.slots.get(key);
      if (!slot) continue;
      this.#slots.set(key, slot);
      this.#hold(slot);
    }
  }

  /** After the patch: refuses writing to what is gone. */
  mark(bindings: ReadonlyMap<string, Binding>): void {
    for (const [container, variable] of this.#held) {
      if (container.id === 0 && container.writing === "recorded") container.writing = { discarded: variable };
    }
    for (const [key, slot] of this.#slots) {
      const binding = bindings.get(key);
      if (binding && !this.#heap.graph.slots.has(key)) binding.lost = slot;
    }
  }

  #hold({ info, value }: Slot): void {
    const found = new Set<Container>();
    const visit = (held: unknown): void => {
      const container = this.#heap.containerOf(held);
      if (container && !this.#held.has(container)) found.add(container);
    };
    visit(value);
    // A Set visits what is added to it on the way.
    for (const container of found) {
      this.#held.set(container, info.name);
      eachHeld(container, visit);
    }
  }
}
