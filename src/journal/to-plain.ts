// Copies a value for the world outside: what handles stand for becomes plain.

import type { Source } from "./container.ts";
import { copyDeep } from "./copy-deep.ts";
import { dataKind } from "./data-kind.ts";
import { handleOf } from "./handle.ts";

/** Aliases and cycles are kept. What is no data is kept as it is; so are atoms, which are not copied. */
export function toPlain(value: unknown): unknown {
  return copyDeep(value, look);
}

export function isShared(value: unknown): boolean {
  return handleOf(value) !== undefined;
}

function look(value: object): Source | null {
  const container = handleOf(value)?.container;
  // Read through the handle: what stands for its keys inside may not be what a person sees.
  if (container?.kind === "map") return { kind: "map", raw: new Map(container.raw.entries()) };
  if (container?.kind === "set") return { kind: "set", raw: new Set(container.raw.values()) };
  const source = container ?? dataKind(value);
  return typeof source === "string" || source.kind === "atom" ? null : source;
}
