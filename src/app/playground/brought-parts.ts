// What a link or a file can bring besides the code, as a text: the inputs as they were, User 1's session, and a snapshot of
// the shared variables, each a graph of its own. Who wrote it may have meant ill.

import { err, ok, type Result } from "../../base/result.ts";
import { hashSource } from "../../compiler/hash-source.ts";
import { readGraph, writeGraph } from "../../journal/graph-json.ts";
import { InvalidOperationError, Replica } from "../../journal/replica.ts";
import type { GraphData } from "../../protocol/operation.ts";
import type { CarriedPart } from "../sharing-model.ts";

export type BroughtParts = { readonly [part in CarriedPart]?: GraphData };

export interface ReadParts {
  readonly parts: BroughtParts;
  /** Hash of the snapshot, for the name of the room that begins with it. null: there is none. */
  readonly snapshot: string | null;
}

const all: readonly CarriedPart[] = ["inputs", "session", "global"];

export async function writeParts(parts: BroughtParts): Promise<string> {
  const written = all.map(async (part) => [part, parts[part] && (await writeGraph(parts[part]))]);
  return JSON.stringify(Object.fromEntries(await Promise.all(written)));
}

/** The error is a sentence for people. */
export function readParts(text: string): Result<ReadParts, string> {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null) return err(noState);
    const found = all.flatMap((part) => (Object.hasOwn(json, part) ? [[part, Reflect.get(json, part)] as const] : []));
    const global = found.find(([part]) => part === "global");
    return ok({
      parts: Object.fromEntries(found.map(([part, graph]) => [part, readGraph(graph)])),
      snapshot: global ? hashSource(JSON.stringify(global[1])) : null,
    });
  } catch (error) {
    // Not JSON, nested deeper than a browser reads, or no graph.
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof InvalidOperationError) {
      return err(noState);
    }
    throw error;
  }
}

const noState = "What came along with this code is no state that this page knows, so the app starts without it.";

/** The variables that `isWanted` says, with what they hold. */
export function pick(data: GraphData, isWanted: (key: string) => boolean): GraphData {
  return Replica.from({ ...data, slots: data.slots.filter(([key]) => isWanted(key)) }).toData();
}

/** Variables that hold files of more than `maxBytes`, by key. */
export function withLargeFiles(data: GraphData, maxBytes: number): ReadonlySet<string> {
  // Most hold none at all.
  if (fileBytes(data) <= maxBytes) return new Set();
  const keys = data.slots.map(([key]) => key);
  return new Set(keys.filter((key) => fileBytes(pick(data, (each) => each === key)) > maxBytes));
}

function fileBytes({ containers }: GraphData): number {
  return containers.reduce((sum, [, [kind, inside]]) => {
    return kind === "atom" && inside instanceof Blob ? sum + inside.size : sum;
  }, 0);
}
