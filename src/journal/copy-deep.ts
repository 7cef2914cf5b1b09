// Copies containers of any kind into plain values, with aliases and cycles kept.

import { copyBytes } from "./bytes.ts";
import { emptyRaw, type Source } from "./container.ts";
import { fillRaw, mapContents, readContents } from "./contents.ts";

/** `look` says what a value holds, or null for one that is to stay as it is. */
export function copyDeep(value: unknown, look: (value: object) => Source | null): unknown {
  const copies = new Map<unknown, unknown>();
  const open: { readonly source: Source; readonly copy: unknown }[] = [];

  function copyOf(held: unknown): unknown {
    if (typeof held !== "object" || held === null) return held;
    const known = copies.get(held);
    if (known !== undefined) return known;
    const source = look(held);
    if (!source) return held;
    const copy = emptyCopy(source);
    copies.set(held, copy);
    open.push({ source, copy });
    return copy;
  }

  const copy = copyOf(value);
  // One after the other instead of recursively: a list of a hundred thousand links must not overflow the stack.
  for (const entry of open) fillRaw(entry.copy, mapContents(readContents(entry.source), copyOf, copyOf));
  return copy;
}

function emptyCopy({ kind, raw }: Source): unknown {
  if (kind === "atom") return raw;
  return kind === "bytes" ? copyBytes(raw) : emptyRaw(kind);
}
