// Plain values as a graph: the way into what is stored or carried for values that no worker has shared.

import type { ContainerId, Encoded, GraphData } from "../protocol/operation.ts";
import { HOLE } from "./container.ts";
import { mapContents, readContents } from "./contents.ts";
import { Discovery, NotDataError } from "./discovery.ts";
import { encodedHole } from "./wire.ts";

export interface NamedValue {
  readonly key: string;
  readonly name: string;
  readonly value: unknown;
}

export interface PlainGraph {
  readonly data: GraphData;
  /** Those that are no data, and are left out. */
  readonly left: readonly NamedValue[];
}

export function graphOf(values: readonly NamedValue[]): PlainGraph {
  const discovery = new Discovery(() => null);
  const left = values.filter(({ key, value }) => !isFound(discovery, value, key));
  const ids = new Map<unknown, ContainerId>();
  for (const { value } of discovery.found) ids.set(value, ids.size + 1);
  const encode = (value: unknown): Encoded => {
    if (value === HOLE) return encodedHole;
    const id = ids.get(value);
    return id === undefined ? (value as Encoded) : ["ref", id];
  };
  const data: GraphData = {
    nextId: ids.size + 1,
    slots: values
      .filter((value) => !left.includes(value))
      .map(({ key, name, value }) => [key, { name, first: 1, count: 0 }, encode(value)]),
    containers: Array.from(discovery.found, ({ value, source }) => [
      ids.get(value) ?? 0,
      mapContents(readContents(source), encode, encode) as GraphData["containers"][number][1],
    ]),
  };
  return { data, left };
}

function isFound(discovery: Discovery, value: unknown, name: string): boolean {
  try {
    discovery.search(value, () => name);
    return true;
  } catch (error) {
    if (error instanceof NotDataError) return false;
    throw error;
  }
}
