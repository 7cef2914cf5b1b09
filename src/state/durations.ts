// How long calls of each function take: for telling those who wait about how long they will.

/** Old calls count less and less, since what a function does may change with the state. */
const memory = 20;

export class Durations {
  readonly #averages = new Map<string, { count: number; ms: number }>();

  note(fn: string, durationMs: number): void {
    const average = this.#averages.get(fn) ?? { count: 0, ms: 0 };
    const count = Math.min(average.count + 1, memory);
    this.#averages.set(fn, { count, ms: average.ms + (durationMs - average.ms) / count });
  }

  /** For a call that stands at `position`, as if all before it were of its function. null: none has ended yet. */
  estimateMs(fn: string, position: number): number | null {
    const average = this.#averages.get(fn);
    return average ? average.ms * position : null;
  }
}
