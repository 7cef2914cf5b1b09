// Rows or columns laid one after the other, and which of them lie in a stretch: what a grid draws while it scrolls. Sizes are
// known beforehand or follow from what is drawn, so a table of prefix sums is all it takes; native scroll anchoring keeps
// what is seen in place when a size turns out to be another.

export interface Track {
  readonly count: number;
  /** Pixels before an item, for `count` those of all. */
  start(index: number): number;
  /** The item that lies at a distance from the start. */
  at(pixels: number): number;
}

export interface Stretch {
  readonly first: number;
  /** Not part of it. */
  readonly end: number;
}

export function evenTrack(count: number, size: number): Track {
  return {
    count,
    start: (index) => index * size,
    at: (pixels) => Math.min(count, Math.floor(pixels / size)),
  };
}

export function unevenTrack(sizes: ArrayLike<number>): Track {
  const count = sizes.length;
  const starts = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) starts[index + 1] = (starts[index] ?? 0) + (sizes[index] ?? 0);
  const start = (index: number) => starts[Math.max(0, Math.min(count, index))] ?? 0;
  return {
    count,
    start,
    at(pixels) {
      let [low, high] = [0, count];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (start(middle + 1) <= pixels) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** What is to be drawn for a window on a track: what is in it, and so many items around it. */
export function stretchIn(
  track: Track,
  window: { readonly from: number; readonly to: number },
  around: number,
): Stretch {
  const first = Math.max(0, Math.min(track.count, track.at(window.from) - around));
  const end = Math.max(first, Math.min(track.count, track.at(Math.max(0, window.to - 1)) + 1 + around));
  return { first, end };
}

/** How far to scroll so that an item is in a window of that size, or as it is. */
export function scrollInto(
  track: Track,
  index: number,
  { from, size }: { readonly from: number; readonly size: number },
): number {
  const [start, end] = [track.start(index), track.start(index + 1)];
  if (start < from || end - start > size) return start;
  return end > from + size ? end - size : from;
}

export function isSameStretch(one: Stretch, other: Stretch): boolean {
  return one.first === other.first && one.end === other.end;
}
