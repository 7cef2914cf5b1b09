// A stand-in for SharedGraph in tests: slots with JSON values, compared and restored as wholes.

import type { Operation } from "../protocol/operation.ts";
import type { StateGraph } from "./session-states.ts";
import type { TransactionGraph } from "./transaction.ts";

export class FakeGraph implements TransactionGraph, StateGraph {
  /** What was asked of it, in order. */
  readonly log: string[] = [];
  readonly #values = new Map<string, unknown>();
  #committed = "{}";
  /** Makes the next collect throw, as for a value that is no data. */
  problem: Error | null = null;
  strays: readonly string[] = [];

  define(key: string, _name: string, value: unknown): unknown {
    this.#values.set(key, value);
    this.#committed = this.#snapshot();
    return value;
  }
  get(key: string): unknown {
    return this.#values.get(key);
  }
  set(key: string, value: unknown): void {
    this.#values.set(key, value);
  }
  begin(mode: "write" | "read" | "beside"): readonly string[] {
    this.log.push(`begin ${mode}`);
    return this.strays;
  }
  collect(): Operation[] {
    this.log.push("collect");
    if (this.problem) throw this.problem;
    const committed = new Map(Object.entries(parse(this.#committed)));
    return [...this.#values].flatMap(([key, value]): Operation[] =>
      JSON.stringify(committed.get(key)) === JSON.stringify(value) ? [] : [["bind", key, JSON.stringify(value)]],
    );
  }
  accept(): void {
    this.log.push("accept");
    this.#committed = this.#snapshot();
  }
  rollback(): void {
    this.log.push("rollback");
    for (const [key, value] of Object.entries(parse(this.#committed))) this.#values.set(key, value);
  }
  savepoint(): () => void {
    const saved = this.#snapshot();
    return () => {
      for (const [key, value] of Object.entries(parse(saved))) this.#values.set(key, value);
    };
  }
  end(): void {
    this.log.push("end");
  }
  #snapshot(): string {
    return JSON.stringify(Object.fromEntries(this.#values));
  }
}

function parse(json: string): Record<string, unknown> {
  return JSON.parse(json);
}
