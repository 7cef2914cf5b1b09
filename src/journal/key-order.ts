// Which key follows which, for containers so big that walking their keys to a deleted one would cost too much. Built at
// the first deletion that needs it, kept up to date from then on.

interface Node {
  readonly key: unknown;
  previous: Node | null;
  next: Node | null;
}

export class KeyOrder {
  readonly #nodes = new Map<unknown, Node>();
  #last: Node | null = null;

  constructor(keys: Iterable<unknown>) {
    for (const key of keys) this.add(key);
  }

  /** The key after this one, in a box because undefined can be a key. */
  after(key: unknown): readonly [unknown] | undefined {
    const next = this.#nodes.get(key)?.next;
    return next ? [next.key] : undefined;
  }

  add(key: unknown, before?: readonly [unknown]): void {
    const next = (before && this.#nodes.get(before[0])) ?? null;
    const previous = next ? next.previous : this.#last;
    const node: Node = { key, previous, next };
    if (previous) previous.next = node;
    if (next) next.previous = node;
    else this.#last = node;
    this.#nodes.set(key, node);
  }

  delete(key: unknown): void {
    const node = this.#nodes.get(key);
    if (!node) return;
    if (node.previous) node.previous.next = node.next;
    if (node.next) node.next.previous = node.previous;
    else this.#last = node.previous;
    this.#nodes.delete(key);
  }
}
