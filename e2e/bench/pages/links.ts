// How long the links to programs are: ours, and those of the compressor that playgrounds usually take.

import { compressToEncodedURIComponent } from "lz-string";
import { pack } from "../../../src/share/pack.ts";

export interface LinkLengths {
  readonly ours: number[];
  readonly lzString: number[];
}

export async function measureLinks(sources: readonly string[]): Promise<LinkLengths> {
  const ours: number[] = [];
  for (const source of sources) ours.push((await pack(source)).length);
  return { ours, lzString: sources.map((source) => compressToEncodedURIComponent(source).length) };
}
