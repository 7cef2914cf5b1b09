// Whether a history of calls is linearizable: whether each can be given a moment between its start and its end, so that
// run one by one at these moments they would have had the same results. The search is Wing and Gong's, with Lowe's memory
// of what was tried: the calls placed so far and the state they lead to.

export interface Operation<Input, Output> {
  readonly input: Input;
  /** null: nothing was heard of it. It may have had its effect at any time since its start, or never. */
  readonly output: Output | null;
  readonly start: number;
  /** Infinity: its output was found out by other means. Of no meaning without an output. */
  readonly end: number;
}

export interface Model<State, Input, Output> {
  readonly initial: State;
  /** The state after the operation, or null if it could not have had this output. Any output is possible if it is null. */
  step(state: State, input: Input, output: Output | null): State | null;
  /** Equal for equal states only. */
  key(state: State): string;
}

export function isLinearizable<State, Input, Output>(
  model: Model<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
): boolean {
  const operations = history.toSorted((a, b) => a.start - b.start);
  const head = toEvents(operations);
  const tried = new Set<string>();
  const placed: { readonly event: Event; readonly before: State }[] = [];
  let unanswered = operations.filter(({ output }) => output !== null).length;
  let state = model.initial;
  let bits = 0n;
  let event = head.next;

  while (unanswered > 0) {
    if (event?.end) {
      const operation = operations[event.operation];
      const next = operation ? model.step(state, operation.input, operation.output) : null;
      const nextBits = bits | (1n << BigInt(event.operation));
      const memory = next === null ? "" : `${describePlaced(nextBits, event, head)} ${model.key(next)}`;
      if (next !== null && !tried.has(memory)) {
        tried.add(memory);
        placed.push({ event, before: state });
        state = next;
        bits = nextBits;
        if (operation?.output !== null) unanswered -= 1;
        remove(event);
        event = head.next;
      } else {
        event = event.next;
      }
      continue;
    }
    // The end of a call that has no place yet: one of those before it was placed wrongly.
    const last = placed.pop();
    if (!last) return false;
    restore(last.event);
    state = last.before;
    bits &= ~(1n << BigInt(last.event.operation));
    if (operations[last.event.operation]?.output !== null) unanswered += 1;
    event = last.event.next;
  }
  return true;
}

/** Which operations have their place once `placing` has. Those before the first one that has none need not be listed. */
function describePlaced(bits: bigint, placing: Event, head: Event): string {
  const first = head.next === placing ? placing.next : head.next;
  const from = first?.end ? first.operation : placing.operation;
  return `${from} ${(bits >> BigInt(from)).toString(32)}`;
}

/** In a list in order of time: the start of an operation knows its end. */
interface Event {
  readonly operation: number;
  readonly end: Event | null;
  previous: Event | null;
  next: Event | null;
}

function toEvents(operations: readonly Operation<unknown, unknown>[]): Event {
  const timed = operations.flatMap(({ start, end, output }, operation) => {
    const ends: Event = { operation, end: null, previous: null, next: null };
    const starts: Event = { operation, end: ends, previous: null, next: null };
    // What was never heard of ends after everything, and so is in nobody's way.
    return output === null
      ? [{ time: start, event: starts }]
      : [
          { time: start, event: starts },
          { time: end, event: ends },
        ];
  });
  // At the same moment a start comes first: such calls overlap.
  timed.sort((a, b) => a.time - b.time || Number(b.event.end !== null) - Number(a.event.end !== null));
  const head: Event = { operation: -1, end: null, previous: null, next: null };
  let last = head;
  for (const { event } of timed) {
    event.previous = last;
    last.next = event;
    last = event;
  }
  return head;
}

function remove(start: Event): void {
  for (const event of [start, start.end]) {
    if (!event?.previous) continue;
    event.previous.next = event.next;
    if (event.next) event.next.previous = event.previous;
  }
}

/** Undoes the last `remove` that is not undone. */
function restore(start: Event): void {
  for (const event of [start.end, start]) {
    if (!event?.previous) continue;
    event.previous.next = event;
    if (event.next) event.next.previous = event;
  }
}
