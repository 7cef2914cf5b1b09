// Numbers in their order, to be changed one by one: a list of sorted lists of bounded length (a B+ tree of two levels), so
// that a change moves a few hundred of them at most.

const maxRun = 512;

export class SortedNumbers {
  /** Each is sorted, none is empty, and all of one are smaller than all of the next. */
  readonly #runs: number[][] = [];

  /** One that is not there yet. */
  add(number: number): void {
    const at = this.#runFor(number);
    const run = this.#runs[at];
    if (!run) return void this.#runs.push([number]);
    run.splice(firstFrom(run, number), 0, number);
    // The last one is filled up: most are added in order.
    const half = at === this.#runs.length - 1 ? maxRun : maxRun / 2;
    if (run.length > maxRun) this.#runs.splice(at + 1, 0, run.splice(half));
  }

  delete(number: number): void {
    const at = this.#runFor(number);
    const run = this.#runs[at];
    const index = run ? firstFrom(run, number) : -1;
    if (run?.[index] !== number) return;
    run.splice(index, 1);
    if (run.length === 0) this.#runs.splice(at, 1);
  }

  *[Symbol.iterator](): Iterator<number> {
    for (const run of this.#runs) yield* run;
  }

  /** The last run that begins with the number or a smaller one, else the first. */
  #runFor(number: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#runs[middle]?.[0] ?? Infinity) <= number) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Where the first stands that is not smaller. */
function firstFrom(sorted: readonly number[], number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
