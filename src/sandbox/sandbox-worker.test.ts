import { expect, onTestFinished, test, vi } from "vitest";
import type { CallRequest } from "../protocol/runtime.ts";
import { createSandboxWorker, type SandboxWorker, WorkerEndedError } from "./sandbox-worker.ts";
import { MalformedMessageError, type UncheckedEvent } from "./unchecked.ts";

const nothing = { numbered: [], whole: null, operations: [] };
const request: CallRequest = { id: "a", event: 0, inputs: [], grant: "none", room: nothing, session: nothing };
const entry = { level: "log", text: "x", frame: null, timeMs: 0 };

/** `answer`: how the worker replies to a question with this id, in Comlink's words; undefined: not at all. */
function setup(answer: (id: string) => unknown = () => undefined) {
  const [rpc, events] = [new MessageChannel(), new MessageChannel()];
  const worker = createSandboxWorker(rpc.port1, events.port1, () => undefined);
  rpc.port2.onmessage = ({ data }: MessageEvent<{ id: string }>) => {
    const reply = answer(data.id);
    if (reply !== undefined) rpc.port2.postMessage(reply);
  };
  onTestFinished(() => {
    worker.end("ended");
    rpc.port2.close();
    events.port2.close();
  });
  const heard: UncheckedEvent[] = [];
  worker.onEvent((event) => heard.push(event));
  return { worker, heard, say: (event: unknown) => events.port2.postMessage(event) };
}

async function refusal(worker: SandboxWorker): Promise<unknown> {
  return worker.call(request).then(
    () => "answered",
    (error: unknown) => error,
  );
}

test("an answer comes back validated", async () => {
  const { worker } = setup((id) => ({ id, type: "RAW", value: { kind: "stopped", durationMs: 1, more: 1 } }));
  expect(await worker.call(request)).toEqual({ kind: "stopped", durationMs: 1 });
});

test.each([
  ["a value thrown by Comlink's own means", { isError: false, value: { gotcha: 1 } }],
  ["an error with fields of its choice", { isError: true, value: { name: "WorkerEndedError", reason: "ended" } }],
  ["something that Comlink cannot read", null],
])("%s does not get out", async (_, value) => {
  const { worker } = setup((id) => ({ id, type: "HANDLER", name: "throw", value }));
  const error = await refusal(worker);
  expect(error).toBeInstanceOf(MalformedMessageError);
  expect(error).toMatchObject({ message: "The sandbox refused to answer." });
});

test("questions end with the worker, and so do those that come after it", async () => {
  const { worker } = setup();
  const waiting = refusal(worker);
  worker.end("crashed");
  for (const error of [await waiting, await refusal(worker)]) {
    expect(error).toBeInstanceOf(WorkerEndedError);
    expect(error).toMatchObject({ reason: "crashed" });
  }
  expect(await worker.responds(10_000)).toBe(false);
});

test("a worker that sends more entries than any of ours is ended", async () => {
  const { worker, say } = setup();
  for (let i = 0; i < 20; i++) say({ type: "console", entries: Array(1000).fill(entry), dropped: 0 });
  expect(await worker.ended).toBe("misbehaved");
});

test("texts that are too much in total are left out and counted", async () => {
  const { worker, heard, say } = setup();
  const long = { ...entry, text: "x".repeat(10_000) };
  for (let i = 0; i < 10; i++) say({ type: "console", entries: Array(100).fill(long), dropped: 1 });
  await vi.waitFor(() => expect(heard).toHaveLength(10));
  const told = heard.filter((event) => event.type === "console");
  const kept = told.flatMap((event) => event.entries).length;
  expect(kept).toBeGreaterThanOrEqual(400);
  expect(kept).toBeLessThan(900);
  expect(told.reduce((sum, event) => sum + event.dropped, kept)).toBe(1010);
  worker.end("ended");
});

test("a count of dropped lines that is none is refused", async () => {
  const { worker, say } = setup();
  say({ type: "console", entries: [], dropped: -1 });
  expect(await worker.ended).toBe("misbehaved");
});
