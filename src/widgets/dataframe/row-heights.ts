// How high each row is: all the same, or, where texts take several lines, as high as it turned out to be when it was drawn.

import { createComputed, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import { evenTrack, type Track, unevenTrack } from "./track.ts";

export interface RowHeights {
  readonly track: Accessor<Track>;
  /** Looks at a row that is drawn, for as long as it is. */
  measure(element: HTMLElement, row: number): void;
}

export function createRowHeights(options: {
  readonly count: Accessor<number>;
  /** What each row has at least, and until it was drawn. */
  readonly least: Accessor<number>;
  readonly varies: Accessor<boolean>;
  /** What was measured counts until this changes. */
  readonly reset: Accessor<unknown>;
}): RowHeights {
  const { count, least, varies } = options;
  const [measured, setMeasured] = createSignal<ReadonlyMap<number, number>>(new Map());
  createComputed(on(options.reset, () => setMeasured(new Map<number, number>())));

  const observed = new Map<Element, number>();
  const observer = new ResizeObserver((entries) => {
    const changed = entries.flatMap(({ target, borderBoxSize: [box] }): [number, number][] => {
      const row = observed.get(target);
      const height = Math.round(box?.blockSize ?? 0);
      return row !== undefined && height > 0 && height !== (measured().get(row) ?? least()) ? [[row, height]] : [];
    });
    if (changed.length > 0) setMeasured(new Map([...measured(), ...changed]));
  });
  onCleanup(() => observer.disconnect());

  return {
    track: createMemo(() => {
      if (!varies()) return evenTrack(count(), least());
      const sizes = new Float64Array(count()).fill(least());
      for (const [row, height] of measured()) sizes[row] = height;
      return unevenTrack(sizes);
    }),
    measure(element, row) {
      observed.set(element, row);
      observer.observe(element);
      onCleanup(() => {
        observed.delete(element);
        observer.unobserve(element);
      });
    },
  };
}
