// The same change to a large and to a small container of one program.

import { interleave, type Plan, type Samples } from "./interleave.ts";
import { openProgram } from "./open-program.ts";

export type Growth = "push" | "Map set" | "object key" | "shift" | "delete" | "LRU touch";

const bodies: Readonly<Record<Growth, { make: string; change: string }>> = {
  push: { make: "all", change: `it.push(item(n)); return it.length;` },
  "Map set": {
    make: "new Map(all.map((each) => [each.text, each]))",
    change: `it.set("new " + n, item(n)); return n;`,
  },
  "object key": {
    make: "Object.fromEntries(all.map((each) => [each.text, each]))",
    change: `it["new " + n] = item(n); return n;`,
  },
  // A push keeps the length, so that the small array does not run out.
  shift: { make: "all", change: `it.shift(); it.push(item(n)); return it.length;` },
  // It is added again, so that the small object does not run out.
  delete: {
    make: "Object.fromEntries(all.map((each) => [each.text, each]))",
    change: `const key = "item " + (n % 100); delete it[key]; it[key] = item(n); return n;`,
  },
  "LRU touch": {
    make: "new Map(all.map((each) => [each.text, each]))",
    change: `const key = "item " + (n % 100); const hit = it.get(key); it.delete(key); it.set(key, hit); return hit.id;`,
  },
};

/** "ours" is the container of 100,000 objects, "floor" the one of 100. */
export async function measureGrowth(room: string, growth: Growth, plan: Plan): Promise<Samples> {
  const { make, change } = bodies[growth];
  const program = await openProgram(
    room,
    `import * as gr from "interstate";

function item(n: number) {
  return { id: n, text: "item " + n };
}

function make(length: number): any {
  const all = Array.from({ length }, (_, n) => item(n));
  return ${make};
}

const small = make(100);
const large = make(100_000);

function change(large_: boolean, n: number) {
  const it = large_ ? large : small;
  ${change}
}

export default gr.Interface({ fn: change, inputs: [gr.Checkbox(), gr.Number()], outputs: gr.Number() });
`,
  );
  let n = 1_000_000;
  const samples = await interleave(
    () => program.call(true, n++),
    () => program.call(false, n++),
    plan,
  );
  program.close();
  return samples;
}
