// A room's graph as it is stored: a manifest, and the containers in parts. A part is one flat list of plain values: what
// browsers copy fast, where lists within lists would cost many times as much. None is so large that copying it takes
// long; a container that is larger goes on in the next one.

import type { ContainerId, ContainerKind, Content, Encoded, GraphData } from "../protocol/operation.ts";
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

/**
 * Of each container: its id, its kind as an index of `kinds`, and what is inside: a number of items and the items, or
 * the one value that it is. References, and holes of arrays, are strings that begin with "@"; other strings that could be
 * taken for one, with "'".
 */
export interface SnapshotPart {
  readonly values: readonly unknown[];
  readonly bytes: number;
}

/** Stored: add at the end only. */
const kinds: readonly ContainerKind[] = ["object", "dict", "array", "map", "set", "date", "bytes", "atom"];

/** Parts of about `partBytes`, made one by one as they are asked for. */
export function* toParts(data: GraphData, partBytes: number): Generator<SnapshotPart> {
  let values: unknown[] = [];
  let bytes = 0;

  function start(id: ContainerId, kind: ContainerKind): void {
    values.push(id, kinds.indexOf(kind));
    bytes += 16;
  }

  function add(value: Encoded): void {
    values.push(pack(value));
    bytes += typeof value === "string" ? 8 + value.length : 8;
  }

  for (const [id, content] of data.containers) {
    const [kind, inside] = content;
    start(id, kind);
    const items = itemsOf(content);
    if (!items) {
      values.push(inside);
      bytes += estimateBytes(inside);
    } else {
      let countAt = values.push(0) - 1;
      for (const item of items) {
        if (bytes > partBytes) {
          yield { values, bytes };
          values = [];
          bytes = 0;
          start(id, kind);
          countAt = values.push(0) - 1;
        }
        if (isPaired(kind)) {
          const [key, value] = item as readonly [Encoded, Encoded];
          add(key);
          add(value);
        } else {
          add(item as Encoded);
        }
        values[countAt] = (values[countAt] as number) + 1;
      }
    }
    if (bytes > partBytes) {
      yield { values, bytes };
      values = [];
      bytes = 0;
    }
  }
  if (values.length > 0) yield { values, bytes };
}

/** null if the parts are not what they were. What is in them is for the replica to check. */
export function fromParts(manifest: Manifest, parts: readonly unknown[]): GraphData | null {
  const { nextId, slots, checksums } = manifest;
  const sound = parts.length === checksums.length && parts.every((part, i) => checksum(part) === checksums[i]);
  if (!sound) return null;
  const containers: (readonly [ContainerId, Content])[] = [];
  for (const part of parts as readonly (readonly unknown[])[]) unpackPart(part, containers);
  return { nextId, slots, containers };
}

function unpackPart(values: readonly unknown[], containers: (readonly [ContainerId, Content])[]): void {
  let at = 0;
  while (at < values.length) {
    const id = values[at++] as ContainerId;
    const kind = kinds[values[at++] as number];
    if (kind === "date" || kind === "bytes" || kind === "atom") {
      containers.push([id, [kind, values[at++]] as unknown as Content]);
      continue;
    }
    const last = containers.at(-1);
    const items = (last?.[0] === id ? last[1][1] : []) as unknown[];
    if (last?.[0] !== id) containers.push([id, [kind, items] as unknown as Content]);
    for (let left = values[at++] as number; left > 0; left--) {
      if (kind && isPaired(kind)) items.push([unpack(values[at++]), unpack(values[at++])]);
      else items.push(unpack(values[at++]));
    }
  }
}

function itemsOf([kind, inside]: Content): readonly unknown[] | null {
  return kind === "date" || kind === "bytes" || kind === "atom" ? null : inside;
}

function isPaired(kind: ContainerKind): boolean {
  return kind === "object" || kind === "dict" || kind === "map";
}

function pack(value: Encoded): unknown {
  if (typeof value === "string") return isMarked(value) ? `'${value}` : value;
  if (typeof value !== "object" || value === null) return value;
  return value[0] === "ref" ? `@${value[1]}` : "@";
}

function unpack(value: unknown): Encoded {
  if (typeof value !== "string" || !isMarked(value)) return value as Encoded;
  if (value.startsWith("'")) return value.slice(1);
  return value === "@" ? ["hole"] : ["ref", Number(value.slice(1))];
}

function isMarked(text: string): boolean {
  return text.startsWith("@") || text.startsWith("'");
}
