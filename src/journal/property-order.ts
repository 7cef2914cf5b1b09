// The order of an object's keys, as the language has it: array indexes by their number, in front of the others, which
// stand as they were added.

import { type Boxed, type KeyOrder, LinkedKeys } from "./key-order.ts";
import { SortedNumbers } from "./sorted-numbers.ts";

export class PropertyOrder implements KeyOrder {
  readonly #indexes = new SortedNumbers();
  readonly #names = new LinkedKeys([]);

  constructor(keys: Iterable<string>) {
    for (const key of keys) this.add(key);
  }

  /** Only of a name: an index has its place by itself. */
  after(key: string): Boxed | undefined {
    return this.#names.after(key);
  }

  add(key: string, before?: Boxed): void {
    if (isArrayIndex(key)) this.#indexes.add(Number(key));
    else this.#names.add(key, before);
  }

  delete(key: string): void {
    if (isArrayIndex(key)) this.#indexes.delete(Number(key));
    else this.#names.delete(key);
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const index of this.#indexes) yield String(index);
    for (const name of this.#names) yield name as string;
  }
}

/** Whether the language orders this key by its number instead of by when it was added. */
export function isArrayIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  if (!(first >= 48 && first <= 57)) return false;
  const index = Number(key);
  return index >>> 0 === index && index !== 4294967295 && String(index) === key;
}
