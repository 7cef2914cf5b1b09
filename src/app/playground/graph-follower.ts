// What a worker has missed of one graph: keeps what others changed since the worker's last call, so that a call carries
// just that. When the two may have parted, or much was missed, the next call carries the whole instead.

import type { ContainerId, GraphData, Operation } from "../../protocol/operation.ts";
import type { Patch } from "../../protocol/runtime.ts";
import { estimateBytes } from "../../state/byte-estimate.ts";

/** A worker further behind than this starts again from the whole, which the page has anyway. */
const maxOperationsBehind = 20_000;
const maxBytesBehind = 4_000_000;

export type Numbered = readonly (readonly [from: ContainerId, to: ContainerId])[];

export interface Followed {
  /** Ids mean the same within it. "": nothing was ever committed. */
  epoch(): string;
  version(): number;
  data(): GraphData;
  subscribe(listener: (change: FollowedChange) => void): () => void;
}

export interface FollowedChange {
  /** One may be told twice. */
  readonly version: number;
  /** null: only the whole tells what changed. */
  readonly operations: readonly Operation[] | null;
  /** Whether the worker did it. */
  readonly isOwn: boolean;
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
  /** What the worker made was given these ids. */
  numbered(ids: Numbered): void;
  /** What the worker holds may not be what was committed. */
  parted(): void;
  end(): void;
}

export function followGraph(graph: Followed): GraphFollower {
  let behind: (readonly Operation[])[] = [];
  let operationsBehind = 0;
  let bytesBehind = 0;
  let numbered: (readonly [ContainerId, ContainerId])[] = [];
  let seen = graph.version();
  let epoch = graph.epoch();
  let whole = false;
  const known = new Map<ContainerId, ContainerId>();

  function clear(): void {
    behind = [];
    operationsBehind = 0;
    bytesBehind = 0;
  }

  function startAgain(): void {
    // Until it is sent, what others commit is part of it.
    whole = true;
    clear();
  }

  const unsubscribe = graph.subscribe(({ version, operations, isOwn }) => {
    if (whole) return;
    if (operations === null) return startAgain();
    if (version <= seen) return;
    seen = version;
    if (isOwn) {
      // The worker did not know of those when it did this. In its order they may mean something else, or nothing.
      if (behind.length > 0) startAgain();
      return;
    }
    behind.push(operations);
    operationsBehind += operations.length;
    bytesBehind += estimateBytes(operations, maxBytesBehind);
    if (operationsBehind > maxOperationsBehind || bytesBehind > maxBytesBehind) startAgain();
  });

  return {
    known,
    get needsWhole() {
      return whole;
    },
    take(alone) {
      if (alone) known.clear();
      // What follows an empty beginning is its own continuation.
      const isAnew = epoch !== "" && graph.epoch() !== epoch;
      const isNew = whole || isAnew || numbered.length > 0 || behind.length > 0;
      const patch: Patch = isNew
        ? { numbered, whole: whole ? graph.data() : null, ...(isAnew && { isAnew }), operations: behind.flat() }
        : null;
      clear();
      numbered = [];
      seen = graph.version();
      epoch = graph.epoch();
      whole = false;
      return patch;
    },
    numbered: (ids) => void numbered.push(...ids),
    parted: startAgain,
    end: unsubscribe,
  };
}
