// Random numbers that come again with the same seed.

export type Random = (below: number) => number;

/** Whole numbers from 0 to less than the one given. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
