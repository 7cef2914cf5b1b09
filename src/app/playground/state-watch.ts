// Which State of a user has changed deeply: as its value is compared with what it was, a change that leads back to the same
// changes nothing. Costs nothing for State that nobody listens to.

import { deepEqual } from "../../base/deep-equal.ts";
import type { Encoded, Operation } from "../../protocol/operation.ts";
import { watchSlots, type WatchedGraph } from "./slot-watch.ts";

/** Where a State stands: a variable of a graph, or an entry of a Map in one. */
export interface StatePlace {
  readonly component: number;
  readonly key: string;
  readonly entry: string | null;
}

export interface StateGraph {
  /** Another one after a reset. */
  replica(): WatchedGraph & { toPlain(value: Encoded): unknown };
  /** Hears of all that the graph has taken in; null: only the whole tells. */
  subscribe(listener: (operations: readonly Operation[] | null) => void): () => void;
}

export interface StateWatch {
  /** State that has changed since this was asked last. */
  changed(): readonly number[];
  /** What a State holds; undefined if it is not there. */
  value(component: number): unknown;
  /** More, or other, State is to be watched. */
  refresh(): void;
  end(): void;
}

export interface StateWatchOptions {
  /** What is there now. */
  places(): readonly StatePlace[];
  /** Whether anybody listens to it. */
  isHeard(component: number): boolean;
  /** Something was written to it, if only the same. */
  onWritten(component: number): void;
  /** Something may have changed, whoever did it. */
  onDirty(): void;
}

export function watchState({ replica, subscribe }: StateGraph, options: StateWatchOptions): StateWatch {
  const values = new Map<number, unknown>();
  let dirty = new Set<string>();
  let places = options.places();
  let watch = watchSlots(replica(), keysOf(places));
  remember();

  function valueOf({ key, entry }: StatePlace): unknown {
    const slot = replica().slots().get(key);
    const value = slot && replica().toPlain(slot.value);
    return entry === null || !(value instanceof Map) ? value : (value as Map<unknown, unknown>).get(entry);
  }

  function remember(): void {
    for (const place of places) {
      const { component } = place;
      if (options.isHeard(component) && !values.has(component)) values.set(component, valueOf(place));
    }
  }

  const unsubscribe = subscribe((operations) => {
    const touched = operations ? watch.touched(operations) : new Set(keysOf(places));
    if (!operations) watch = watchSlots(replica(), keysOf(places));
    if (touched.size === 0) return;
    dirty = new Set([...dirty, ...touched]);
    for (const { component, key } of places) if (touched.has(key)) options.onWritten(component);
    options.onDirty();
  });

  return {
    changed() {
      const asked = dirty;
      dirty = new Set();
      return places.flatMap((place) => {
        const { component, key } = place;
        if (!asked.has(key) || !options.isHeard(component)) return [];
        const value = valueOf(place);
        if (values.has(component) && deepEqual(values.get(component), value)) return [];
        const isKnown = values.has(component);
        values.set(component, value);
        return isKnown ? [component] : [];
      });
    },
    value(component) {
      const place = places.find((each) => each.component === component);
      return place && valueOf(place);
    },
    refresh() {
      const before = new Set(places.map(({ component }) => component));
      places = options.places();
      for (const { component } of places) before.delete(component);
      for (const component of before) values.delete(component);
      watch = watchSlots(replica(), keysOf(places));
      remember();
    },
    end: unsubscribe,
  };
}

function keysOf(places: readonly StatePlace[]): Set<string> {
  return new Set(places.map(({ key }) => key));
}
