// Which key follows which, for containers so big that walking their keys to a deleted one would cost too much: a doubly
// linked list with a hash table of its nodes. Built when it is first needed, kept up to date from then on.

/** A key in a box: undefined can be a key. */
export type Boxed = readonly [key: unknown];

/** In their order when it is iterated over. */
export interface KeyOrder extends Iterable<unknown> {
  after(key: unknown): Boxed | undefined;
  /** A key that is not there yet; last unless it is to stand before another. */
  add(key: unknown, before?: Boxed): void;
  delete(key: unknown): void;
}

interface Node {
  readonly key: unknown;
  previous: Node | null;
  next: Node | null;
}

/** The order in which Maps and Sets have them. */
export class LinkedKeys implements KeyOrder {
  readonly #nodes = new Map<unknown, Node>();
  #first: Node | null = null;
  #last: Node | null = null;

  constructor(keys: Iterable<unknown>) {
    for (const key of keys) this.add(key);
  }

  after(key: unknown): Boxed | undefined {
    const next = this.#nodes.get(key)?.next;
    return next ? [next.key] : undefined;
  }

  add(key: unknown, before?: Boxed): void {
    const next = (before && this.#nodes.get(before[0])) ?? null;
    const previous = next ? next.previous : this.#last;
    const node: Node = { key, previous, next };
    if (previous) previous.next = node;
    else this.#first = node;
    if (next) next.previous = node;
    else this.#last = node;
    this.#nodes.set(key, node);
  }

  delete(key: unknown): void {
    const node = this.#nodes.get(key);
    if (!node) return;
    if (node.previous) node.previous.next = node.next;
    else this.#first = node.next;
    if (node.next) node.next.previous = node.previous;
    else this.#last = node.previous;
    this.#nodes.delete(key);
  }

  *[Symbol.iterator](): Iterator<unknown> {
    for (let node = this.#first; node; node = node.next) yield node.key;
  }
}
