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
  /** `operations`: what changed, or null where only the whole tells. Versions may be told twice. */
  subscribe(listener: (version: number, operations: readonly Operation[] | null) => void): () => void;
}

export interface GraphFollower {
  /** What to send with the next call; what was pending counts as sent. */
  take(): Patch;
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

  function startAgain(): void {
    // Until it is sent, what others commit is part of it.
    whole = true;
    behind = [];
    countBehind = 0;
  }

  const unsubscribe = graph.subscribe((version, operations) => {
    if (whole) return;
    if (operations === null) return startAgain();
    if (version <= seen) return;
    seen = version;
    behind.push({ version, operations });
    countBehind += operations.length;
    if (countBehind > maxBehind) startAgain();
  });

  return {
    take() {
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
