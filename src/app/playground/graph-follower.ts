// What a worker has missed of one graph: keeps what others changed since the worker's last call, so that a call carries
// just that. When the two may have parted, or much was missed, the next call carries the whole instead.

import type { ContainerId, GraphData, Operation } from "../../protocol/operation.ts";
import type { Patch } from "../../protocol/runtime.ts";

/** A worker further behind than this many operations starts again from the whole. */
const maxBehind = 20_000;

export type Numbered = readonly (readonly [from: ContainerId, to: ContainerId])[];

export interface Followed {
  version(): number;
  data(): GraphData;
  /**
   * `operations`: what changed, or null where only the whole tells; `own`: the worker did it. Versions may be told twice.
   */
  subscribe(listener: (version: number, operations: readonly Operation[] | null, own: boolean) => void): () => void;
}

export interface GraphFollower {
  /** The ids that the worker's own containers were given, by those that it may still use for them. */
  readonly known: Map<ContainerId, ContainerId>;
  /** Whether the next call carries the whole, which lacks what the worker did and is not committed yet. */
  readonly needsWhole: boolean;
  /**
   * What to send with the next call; what was pending counts as sent. `alone`: all that the worker did before is
   * committed, so that it uses no ids of its own any more once it has this.
   */
  take(alone: boolean): Patch;
  /** The worker's own changes were committed as `version`, with these ids. */
  committed(version: number, numbered: Numbered): void;
  /** What the worker holds may not be what was committed. */
  parted(): void;
  end(): void;
}

export function followGraph(graph: Followed): GraphFollower {
  let behind: { readonly version: number; readonly operations: readonly Operation[] }[] = [];
  let countBehind = 0;
  let own = new Set<number>();
  let numbered: (readonly [ContainerId, ContainerId])[] = [];
  let seen = graph.version();
  let whole = false;
  const known = new Map<ContainerId, ContainerId>();

  function startAgain(): void {
    // Until it is sent, what others commit is part of it.
    whole = true;
    behind = [];
    countBehind = 0;
  }

  const unsubscribe = graph.subscribe((version, operations, isOwn) => {
    if (whole) return;
    if (operations === null) return startAgain();
    if (version <= seen) return;
    seen = version;
    if (isOwn) return;
    behind.push({ version, operations });
    countBehind += operations.length;
    if (countBehind > maxBehind) startAgain();
  });

  return {
    known,
    get needsWhole() {
      return whole;
    },
    take(alone) {
      if (alone) known.clear();
      const operations = behind.filter(({ version }) => !own.has(version)).flatMap((entry) => entry.operations);
      const patch = { numbered, whole: whole ? graph.data() : null, operations };
      behind = [];
      countBehind = 0;
      own = new Set();
      numbered = [];
      seen = graph.version();
      whole = false;
      return patch;
    },
    committed(version, ids) {
      own.add(version);
      numbered.push(...ids);
    },
    parted: startAgain,
    end: unsubscribe,
  };
}
