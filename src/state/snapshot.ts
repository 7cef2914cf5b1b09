// A room's graph as it is stored: a manifest, and the containers in parts, none of them so large that copying it takes
// long. A container that is larger than a part goes on in the next one.

import type { ContainerId, Content, GraphData } from "../protocol/operation.ts";
import { estimateBytes } from "./byte-estimate.ts";
import { checksum } from "./checksum.ts";

/** What the parts make up, and how to tell that they are sound. */
export interface Manifest {
  /** That of the parts. */
  readonly id: string;
  readonly epoch: string;
  readonly version: number;
  readonly nextId: ContainerId;
  readonly slots: GraphData["slots"];
  /** One for each part. */
  readonly checksums: readonly number[];
}

export type SnapshotPart = GraphData["containers"];

/** Parts of about `partBytes`, made one by one as they are asked for. */
export function* toParts(data: GraphData, partBytes: number): Generator<SnapshotPart> {
  let part: (readonly [ContainerId, Content])[] = [];
  let bytes = 0;
  for (const [id, content] of data.containers) {
    for (const [piece, size] of piecesOf(content, partBytes)) {
      if (part.length > 0 && bytes + size > partBytes) {
        yield part;
        part = [];
        bytes = 0;
      }
      part.push([id, piece]);
      bytes += size;
    }
  }
  if (part.length > 0) yield part;
}

/** null if the parts are not what they were. What is in them is for the replica to check. */
export function fromParts(manifest: Manifest, parts: readonly unknown[]): GraphData | null {
  const { nextId, slots, checksums } = manifest;
  const sound = parts.length === checksums.length && parts.every((part, i) => checksum(part) === checksums[i]);
  return sound ? { nextId, slots, containers: join(parts as readonly SnapshotPart[]) } : null;
}

function join(parts: readonly SnapshotPart[]): GraphData["containers"] {
  const containers: (readonly [ContainerId, Content])[] = [];
  for (const [id, piece] of parts.flat()) {
    const last = containers.at(-1);
    if (last?.[0] !== id) {
      containers.push([id, piece]);
      continue;
    }
    // Only lists are ever cut, and the one that is added to was read for this.
    const list = last[1][1] as unknown[];
    for (const item of piece[1] as readonly unknown[]) list.push(item);
  }
  return containers;
}

/** A content as contents of its kind that are its pieces in order, with their sizes. */
function* piecesOf(content: Content, maxBytes: number): Generator<readonly [piece: Content, bytes: number]> {
  const [kind, inside] = content;
  const whole = estimateBytes(inside, maxBytes);
  if (!Array.isArray(inside) || whole <= maxBytes) {
    yield [content, whole];
    return;
  }
  const list: readonly unknown[] = inside;
  let start = 0;
  let bytes = 0;
  for (const [i, item] of list.entries()) {
    const size = estimateBytes(item);
    if (i > start && bytes + size > maxBytes) {
      yield [[kind, list.slice(start, i)] as unknown as Content, bytes];
      start = i;
      bytes = 0;
    }
    bytes += size;
  }
  yield [[kind, list.slice(start)] as unknown as Content, bytes];
}
