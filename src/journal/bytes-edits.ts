// Editing shared bytes. Those that a person's code holds stay the same object, beside a copy of what they were; of the
// page's, what was sent or stored may hold them too, so they are copied on the first write after that.

import { copyBytes, overwriteBytes, sliceBytes } from "./bytes.ts";
import type { Change } from "./change.ts";
import type { Bytes, ContainerOf } from "./container.ts";

export function fillBytes(container: ContainerOf<"bytes">, bytes: Bytes): void {
  if (isLive(container)) {
    overwriteBytes(container.raw, bytes, 0);
    container.saved = copyBytes(bytes);
  } else {
    container.raw = bytes;
    container.isLent = true;
  }
}

export function writeRange(container: ContainerOf<"bytes">, start: number, bytes: Uint8Array): Change {
  const old = sliceBytes(container.saved ?? container.raw, start, start + bytes.length);
  if (!isLive(container) && container.isLent) {
    container.raw = copyBytes(container.raw);
    container.isLent = false;
  }
  overwriteBytes(container.raw, bytes, start);
  if (container.saved) overwriteBytes(container.saved, bytes, start);
  return ["write", container, start, old];
}

function isLive(container: ContainerOf<"bytes">): boolean {
  return container.place === container.raw;
}
