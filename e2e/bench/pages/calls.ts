// Single calls in one tab against their bare steps, in the same worker.

import { openBareSteps } from "./bare-steps.ts";
import { interleave, type Plan, type Samples } from "./interleave.ts";
import { openProgram } from "./open-program.ts";
import { pushOne } from "./ours.ts";

const stateless = `import * as gr from "interstate";

export default gr.Interface({ fn: (x: number) => x, inputs: gr.Number(), outputs: gr.Number() });
`;

const item = { id: "0-0", score: 1 };

export async function measureStateless(room: string, plan: Plan): Promise<Samples> {
  const program = await openProgram(room, stateless);
  const samples = await interleave(
    () => program.call(1),
    () => program.bare.echo(1),
    plan,
  );
  program.close();
  return samples;
}

export async function measureGlobal(room: string, plan: Plan): Promise<Samples> {
  const program = await openProgram(room, pushOne);
  const bare = await openBareSteps(room, program.bare);
  const samples = await interleave(
    () => program.call(item.id, item.score),
    () => bare.add(item),
    plan,
  );
  program.close();
  return samples;
}
