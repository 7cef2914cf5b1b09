// The port to storage that every other part uses: values by key, and transactions that read, decide and write at once.

import type { Key, KeyRange } from "./key.ts";

export interface KeyValueStore {
  /** false: in memory only, gone with the tab. */
  readonly durable: boolean;
  /** undefined where nothing is stored. */
  get(key: Key): Promise<unknown>;
  /** In order of keys, both ends included. */
  range(from: Key, to: Key): Promise<KeyedValue[]>;
  /** Reads several places as of one moment. */
  read(reads: Reads): Promise<Found>;
  /**
   * Reads, decides synchronously, writes; all in one transaction; resolves after it completed. What `decide` throws
   * aborts the transaction and comes out as it is; everything else that fails is a StorageError.
   */
  transact<T>(reads: Reads, decide: Decide<T>, options?: TransactionOptions): Promise<T>;
}

export type KeyedValue = readonly [key: Key, value: unknown];

export interface Reads {
  readonly keys: readonly Key[];
  /** May depend on what was found at `keys`. */
  readonly ranges?: readonly KeyRange[] | ((values: readonly unknown[]) => readonly KeyRange[]);
}

export interface Found {
  /** One for each of the keys; undefined where nothing is stored. */
  readonly values: readonly unknown[];
  /** One for each of the ranges, in order of keys. */
  readonly ranges: readonly (readonly KeyedValue[])[];
}

export type Decide<T> = (values: Found["values"], ranges: Found["ranges"]) => Writes<T>;

/** Deletions happen before puts. */
export interface Writes<T> {
  readonly puts?: readonly KeyedValue[];
  readonly deletes?: readonly Key[];
  readonly deleteRanges?: readonly KeyRange[];
  readonly result: T;
}

export interface TransactionOptions {
  /** strict: resolves after the disk confirmed, so that a power cut cannot undo it. Default: relaxed. */
  readonly durability?: "relaxed" | "strict";
}

export function rangesOf(reads: Reads, values: readonly unknown[]): readonly KeyRange[] {
  return typeof reads.ranges === "function" ? reads.ranges(values) : (reads.ranges ?? []);
}
