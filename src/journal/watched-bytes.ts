// The bytes of one graph that a person's code can write, as the language does it: which of them are not what they were at
// the last boundary.

import { bufferOf, copyBytes, differences, isSameShape, overwriteBytes, sliceBytes } from "./bytes.ts";
import type { Range } from "./bytes-difference.ts";
import type { Bytes, Container, ContainerOf } from "./container.ts";

type BytesContainer = ContainerOf<"bytes">;

/** Bytes that are not what they were. */
interface Written {
  readonly container: BytesContainer;
  readonly saved: Bytes;
  /** null: they were transferred away. */
  readonly ranges: readonly Range[] | null;
}

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

  /** What was written since the last boundary. Costs as much as there are bytes: nothing else tells. */
  *written(): Iterable<Written> {
    for (const container of this.#containers) {
      // What a discarded variable held is looked at still, so that writing it throws.
      if (container.id === 0 && typeof container.writing !== "object") {
        this.#containers.delete(container);
        continue;
      }
      const { saved } = container;
      if (!saved) continue;
      const ranges = isSameShape(container.raw, saved) ? differences(container.raw, saved) : null;
      if (ranges?.length !== 0) yield { container, saved, ranges };
    }
  }

  /** Those that were transferred away, with what they were. Costs nothing to speak of. */
  *lost(): Iterable<{ readonly container: BytesContainer; readonly saved: Bytes }> {
    for (const container of this.#containers) {
      const { saved } = container;
      if (saved && !isSameShape(container.raw, saved)) yield { container, saved };
    }
  }

  /** Gives back what was, and returns what was written. None of it is lost. */
  restore(): BytesContainer[] {
    return Array.from(this.written(), ({ container, saved, ranges }) => {
      for (const { start, end } of ranges ?? []) {
        overwriteBytes(container.raw, sliceBytes(saved, start, end), start);
      }
      return container;
    });
  }
}
