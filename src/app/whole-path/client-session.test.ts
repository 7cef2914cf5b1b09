import { createRoot, createSignal } from "solid-js";
import { expect, test, vi } from "vitest";
import { compile } from "../../compiler/compile.ts";
import type { CallEvent } from "../../protocol/embedding.ts";
import { noPackages } from "../../protocol/package-code.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { openClientSession } from "../embedding/client-session.ts";
import type { Build } from "../playground/builds.ts";
import { createTabs, startWorker } from "./tabs-setup.ts";

vi.stubGlobal("requestAnimationFrame", (frame: () => void) => setTimeout(frame, 1));
vi.stubGlobal("cancelAnimationFrame", (id: ReturnType<typeof setTimeout>) => clearTimeout(id));

const counter = `import * as gr from "interstate";
let calls = 0;
function count() {
  calls += 1;
  return calls;
}
export default gr.Interface({ fn: count, inputs: [], outputs: gr.Number({ label: "Count" }) });`;

async function setup(take: Sandbox["take"] = () => startWorker()) {
  const { room } = await createTabs().openTab("a");
  const program = compile(counter);
  if (!program.ok) throw new Error("the program is wrong");
  const first: Build = { program: program.value, room, network: [], packages: noPackages, reports: [] };
  const [build, setBuild] = createRoot(() => createSignal<Build | null>(first));
  const taken = vi.fn(take);
  const leaving = new Set<unknown>();
  const opening = openClientSession("Client 1", {
    sandbox: { take: taken, isComplete: true } as unknown as Sandbox,
    goodbyes: {
      onGone(asked) {
        leaving.add(asked);
        return () => void leaving.delete(asked);
      },
      hear: () => () => undefined,
    },
    build,
    status: () => ({ kind: "ready" }),
    problems: () => [],
    log: () => undefined,
  });
  return { opening, taken, leaving, rebuild: () => setBuild({ ...first }) };
}

test("a session that does not start leaves nothing behind", async () => {
  const { opening, taken, leaving, rebuild } = await setup(() => {
    throw new Error("there are no workers left");
  });
  await expect(opening).rejects.toThrow("there are no workers left");
  expect(taken).toHaveBeenCalledTimes(1);
  expect(leaving.size).toBe(0);
  rebuild();
  expect(taken).toHaveBeenCalledTimes(1);
});

test("a call that was cancelled before it could begin does not run, and is told to be cancelled", async () => {
  const { opening } = await setup();
  const session = await opening;
  const events: CallEvent[] = [];
  const call = (signal: AbortSignal) => session.call("/count", [], { signal, onEvent: (event) => events.push(event) });
  await call(AbortSignal.abort());
  expect(events.at(-1)).toMatchObject({ type: "status", stage: "complete", cancelled: true });
  await call(new AbortController().signal);
  expect(events.filter(({ type }) => type === "data")).toMatchObject([{ data: [1] }]);
  session.end();
});
