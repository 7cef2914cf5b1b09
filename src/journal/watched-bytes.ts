// The bytes of one graph that a person's code can write, as the language does it: which of them are not what they were at
// the last boundary.

import { bufferOf, copyBytes, differingRange, overwriteBytes, type Range, sliceBytes } from "./bytes.ts";
import type { Bytes, Container, ContainerOf } from "./container.ts";

type BytesContainer = ContainerOf<"bytes">;

const watched = new WeakSet<Bytes>();

/** Whether it is held by any graph. */
export function isWatched(bytes: Bytes): boolean {
  return watched.has(bytes);
}

export class WatchedBytes {
  readonly #containers = new Set<BytesContainer>();
  readonly #owners = new WeakMap<ArrayBufferLike, BytesContainer>();

  /** Once more if it is taken into the graph again. */
  watch(container: BytesContainer): void {
    this.#containers.add(container);
    this.#owners.set(bufferOf(container.raw), container);
    watched.add(container.raw);
  }

  /** It is in the graph as it is now. */
  save(container: Container): void {
    if (container.kind !== "bytes") return;
    container.saved = copyBytes(container.raw);
    this.watch(container);
  }

  /** The container that has the memory of some bytes. */
  ownerOf(bytes: Bytes): BytesContainer | undefined {
    return this.#owners.get(bufferOf(bytes));
  }

  /** What was written since the last boundary. */
  *written(): Iterable<{ readonly container: BytesContainer; readonly saved: Bytes; readonly range: Range }> {
    for (const container of this.#containers) {
      // What a discarded variable held is looked at still, so that writing it throws.
      if (container.id === 0 && typeof container.writing !== "object") {
        this.#containers.delete(container);
        continue;
      }
      const { saved } = container;
      const range = saved && differingRange(container.raw, saved);
      if (range) yield { container, saved, range };
    }
  }

  /** Gives back what was, and returns what was written. */
  restore(): BytesContainer[] {
    return Array.from(this.written(), ({ container, saved, range: { start, end } }) => {
      overwriteBytes(container.raw, sliceBytes(saved, start, end), start);
      return container;
    });
  }
}
