// A moment within a transaction to which one can go back, as often as not without anything having changed. What a call made
// itself and has not shared yet is its own: that stays as it is, as its local variables do.

import { copyBytes, overwriteBytes } from "./bytes.ts";
import type { Heap } from "./heap.ts";
import type { Binding } from "./variables.ts";

/** Returns what goes back. It counts until the next boundary. */
export function takeSavepoint(heap: Heap, bindings: Iterable<Binding>): () => void {
  const mark = heap.log.mark();
  const held = Array.from(bindings, (binding) => binding.remember());
  const written = Array.from(heap.bytes.written(), ({ container }) => [container, copyBytes(container.raw)] as const);
  return () => {
    heap.log.undo(mark);
    // To what they were at the last boundary, and from there.
    heap.restoreBytes();
    for (const [container, bytes] of written) overwriteBytes(container.raw, bytes, 0);
    for (const restore of held) restore();
  };
}
