// Single calls in one tab against their bare steps, in the same worker.

import { openBareSteps } from "./bare-steps.ts";
import { interleave, type Plan, type Samples } from "./interleave.ts";
import { openProgram } from "./open-program.ts";
import { pushOne } from "./ours.ts";

const stateless = `import * as gr from "interstate";

export default gr.Interface({ fn: (x: number) => x, inputs: gr.Number(), outputs: gr.Number() });
`;

const item = { id: "0-0", score: 1 };

export type Single = "stateless" | "global";

export interface Sides {
  ours(): Promise<unknown>;
  floor(): Promise<unknown>;
  close(): void;
}

/** A call and its bare steps, ready to be made. */
export async function openSides(room: string, single: Single): Promise<Sides> {
  const program = await openProgram(room, single === "stateless" ? stateless : pushOne);
  const close = (): void => program.close();
  if (single === "stateless") return { ours: () => program.call(1), floor: () => program.bare.echo(1), close };
  const bare = await openBareSteps(room, program.bare);
  return { ours: () => program.call(item.id, item.score), floor: () => bare.add(item), close };
}

export async function measureSingle(single: Single, plan: Plan): Promise<Samples> {
  const { ours, floor, close } = await openSides(single, single);
  const samples = await interleave(ours, floor, plan);
  close();
  return samples;
}
