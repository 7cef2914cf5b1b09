// The bindings of the module that hold shared values. JavaScript does not tell when one is assigned, so they are compared
// with what the graph holds.

import type { Slot } from "./slots.ts";

export interface SharedVariable {
  readonly key: string;
  readonly name: string;
  get(): unknown;
  set(value: unknown): void;
}

/** A variable, or a value that the graph holds without one (a State). */
export class Binding {
  readonly key: string;
  readonly name: string;
  /** Its slot as it was last, if the graph has it no more: others reset or discarded it. */
  lost: Slot | null = null;
  readonly #variable: SharedVariable | null;
  #held: unknown;
  /** What this worker alone has in it: no data, given to it where it held nothing. */
  #once: readonly [unknown] | null = null;

  constructor(key: string, name: string, variable: SharedVariable | null, held?: unknown) {
    this.key = key;
    this.name = name;
    this.#variable = variable;
    this.#held = held;
  }

  get(): unknown {
    return this.#variable ? this.#variable.get() : this.#held;
  }

  assign(value: unknown): void {
    this.#once = null;
    if (Object.is(this.get(), value)) return;
    if (this.#variable) this.#variable.set(value);
    else this.#held = value;
  }

  /** Returns what gives it back what it has now. */
  remember(): () => void {
    const [value, once] = [this.get(), this.#once];
    return () => {
      this.assign(value);
      this.#once = once;
    };
  }

  /** Whether something was assigned to it that the graph, which holds `shared`, does not know of. */
  isChanged(shared: unknown): boolean {
    const value = this.get();
    if (this.#once && Object.is(value, this.#once[0])) return false;
    if (!Object.is(value, shared)) return true;
    this.#once = null;
    return false;
  }

  /** `model ??= await load()`: such a value may stand where the graph holds nothing. It is not shared. */
  mayKeep(shared: unknown): boolean {
    return this.#variable !== null && (shared === null || shared === undefined);
  }

  /** Keeps what it holds now to itself, until data is assigned to it. */
  keep(): void {
    this.#once = [this.get()];
  }

  /** Takes what the graph holds now, unless it keeps something to itself. */
  follow(shared: unknown): void {
    this.lost = null;
    if (!this.#once) this.assign(shared);
  }

  /** Takes back what was assigned. */
  restore(shared: unknown): void {
    if (!this.#once) this.assign(shared);
    else if (!Object.is(this.get(), this.#once[0])) this.#variable?.set(this.#once[0]);
  }
}
