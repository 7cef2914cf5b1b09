// Times two things in turns, so that what else the machine does meets both alike.

export interface Samples {
  readonly ours: number[];
  readonly floor: number[];
}

export interface Plan {
  readonly blocks: number;
  readonly samplesPerBlock: number;
  /** A sample is their mean: the clock of a page ticks in tenths of a millisecond. */
  readonly callsPerSample: number;
}

export async function interleave(
  ours: () => Promise<unknown>,
  floor: () => Promise<unknown>,
  { blocks, samplesPerBlock, callsPerSample }: Plan,
): Promise<Samples> {
  const samples: Samples = { ours: [], floor: [] };
  // The first block warms up.
  for (let block = 0; block <= blocks; block++) {
    for (const [side, call] of [["ours", ours] as const, ["floor", floor] as const]) {
      for (let i = 0; i < samplesPerBlock; i++) {
        const start = performance.now();
        for (let n = 0; n < callsPerSample; n++) await call();
        if (block > 0) samples[side].push((performance.now() - start) / callsPerSample);
      }
    }
  }
  return samples;
}
