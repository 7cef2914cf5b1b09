// Reading a large shared array inside a call, against a plain one of the same content in the same worker.

import type { Samples } from "./interleave.ts";
import { openProgram } from "./open-program.ts";

export interface Reading {
  /** The first time that the worker reads it. */
  readonly first: Samples;
  readonly later: Samples;
}

/** Each side has functions of its own, so that neither pays for what the other taught the JIT. */
function programOf(of: "numbers" | "objects"): string {
  const [make, read] = of === "numbers" ? ["n", "each"] : ["({ n, text: 'item ' + n })", "each.n"];
  return `import * as gr from "interstate";

const shared: any[] = make();

function make(): any[] {
  return Array.from({ length: 100_000 }, (_, n) => ${make});
}

function sumPlain(list: any[]): number {
  return list.reduce((sum, each) => sum + ${read}, 0);
}

function sumShared(list: any[]): number {
  return list.reduce((sum, each) => sum + ${read}, 0);
}

function measure(rounds: number) {
  if (rounds === 0) shared.push(shared[0]); // so that it is no constant
  const plain = make();
  const ours: number[] = [];
  const floor: number[] = [];
  let sum = 0;
  for (let round = 0; round <= rounds; round++) {
    const times = round === 0 ? 1 : 10;
    const start = performance.now();
    for (let i = 0; i < times; i++) sum += sumPlain(plain);
    const middle = performance.now();
    for (let i = 0; i < times; i++) sum += sumShared(shared);
    floor.push((middle - start) / times);
    ours.push((performance.now() - middle) / times);
  }
  return { ours, floor };
}

export default gr.Interface({ fn: measure, inputs: gr.Number(), outputs: gr.JSON() });
`;
}

export async function measureReading(
  room: string,
  of: "numbers" | "objects",
  { loads, rounds }: { loads: number; rounds: number },
): Promise<Reading> {
  const reading: Reading = { first: { ours: [], floor: [] }, later: { ours: [], floor: [] } };
  for (let load = 0; load < loads; load++) {
    const program = await openProgram(room, programOf(of));
    const { ours, floor } = (await program.call(rounds)) as Samples;
    reading.first.ours.push(...ours.slice(0, 1));
    reading.first.floor.push(...floor.slice(0, 1));
    reading.later.ours.push(...ours.slice(1));
    reading.later.floor.push(...floor.slice(1));
    program.close();
  }
  return reading;
}
