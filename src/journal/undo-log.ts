// What a transaction changed since its last boundary, and how to undo it. Changes that repeat are kept as one: what is
// committed follows what is different, not how often it was written.

import { applyChange, applyChanges, type Change } from "./change.ts";
import type { Container } from "./container.ts";
import type { Step } from "./graph.ts";

interface Entry {
  change: Change;
  undo: Change;
}

export class UndoLog {
  #entries: Entry[] = [];
  /** What was recorded before is not added to any more. */
  #mark = 0;
  /** By container and key: the entry that a further write to that key may become part of. */
  readonly #writes = new Map<unknown, Map<unknown, Entry>>();

  get steps(): readonly Step[] {
    return this.#entries;
  }

  /** Makes a change. */
  record(change: Change): void {
    if (this.#rewrite(change) || this.#extend(change)) return;
    const entry = { change: ownItems(change), undo: applyChange(change) };
    this.#entries.push(entry);
    this.#remember(entry);
  }

  /** A moment to go back to. */
  mark(): number {
    this.#writes.clear();
    return (this.#mark = this.#entries.length);
  }

  /** Undoes everything, or what came after a mark. */
  undo(mark = 0): void {
    const undone = this.#entries.splice(mark);
    applyChanges(undone.reverse().map(({ undo }) => undo));
    this.#mark = mark;
    this.#writes.clear();
  }

  clear(): void {
    this.#entries = [];
    this.#mark = 0;
    this.#writes.clear();
  }

  /** A key that was written before is written again. */
  #rewrite(change: Change): boolean {
    if (change[0] !== "put" && change[0] !== "at" && change[0] !== "map-put") return false;
    const entry = this.#writes.get(change[1])?.get(change[2]);
    if (!entry) return false;
    applyChange(change);
    entry.change = change;
    return true;
  }

  /** Elements are added behind the ones that were just added, or taken where some were just taken. */
  #extend(change: Change): boolean {
    if (this.#entries.length === this.#mark) return false;
    const last = this.#entries.at(-1);
    if (change[0] !== "splice" || last?.change[0] !== "splice" || last.undo[0] !== "splice") return false;
    const [, container, start, deleteCount, items] = change;
    const [, lastContainer, lastStart, lastDeleteCount, lastItems] = last.change;
    if (container !== lastContainer) return false;
    if (deleteCount === 0 && start === lastStart + lastItems.length) {
      applyChange(change);
      for (const item of items) (lastItems as unknown[]).push(item);
      last.undo = ["splice", container, lastStart, lastItems.length, last.undo[4]];
      return true;
    }
    if (items.length === 0 && lastItems.length === 0 && start === lastStart) {
      const undo = applyChange(change);
      if (undo[0] === "splice") for (const item of undo[4]) (last.undo[4] as unknown[]).push(item);
      last.change = ["splice", container, start, lastDeleteCount + deleteCount, lastItems];
      return true;
    }
    return false;
  }

  #remember(entry: Entry): void {
    const { change } = entry;
    switch (change[0]) {
      case "put":
      case "at":
      case "map-put":
        this.#writesOf(change[1]).set(change[2], entry);
        return;
      case "drop":
      case "map-drop":
        this.#writes.get(change[1])?.delete(change[2]);
        return;
      default:
        this.#writes.delete(change[1]);
    }
  }

  #writesOf(container: Container): Map<unknown, Entry> {
    const writes = this.#writes.get(container) ?? new Map<unknown, Entry>();
    this.#writes.set(container, writes);
    return writes;
  }
}

/** The list of a splice is added to later. */
function ownItems(change: Change): Change {
  return change[0] === "splice" ? ["splice", change[1], change[2], change[3], [...change[4]]] : change;
}
