import { expect, onTestFinished, test, vi } from "vitest";
import type { CallRequest } from "../protocol/runtime.ts";
import { createSandboxWorker, type SandboxWorker, WorkerEndedError } from "./sandbox-worker.ts";
import { MalformedMessageError, type UncheckedEvent } from "./unchecked.ts";

const nothing = { numbered: [], whole: null, operations: [] };
const request: CallRequest = {
  id: "a",
  event: 0,
  inputs: [],
  changed: [],
  validates: false,
  facts: { sessionHash: "s", target: null, data: null },
  next: { component: 0, event: 0, oldest: 0 },
  grant: "none",
  room: nothing,
  session: nothing,
  browser: [],
};
const entry = { level: "log", text: "x", frame: null, timeMs: 0 };

interface Question {
  readonly id: string;
  /** Name of the method. */
  readonly path: readonly string[];
}

/** `answer`: how the worker replies to a question, in Comlink's words; undefined: not at all. */
function setup(answer: (question: Question) => unknown = () => undefined) {
  const [rpc, events] = [new MessageChannel(), new MessageChannel()];
  const worker = createSandboxWorker(rpc.port1, events.port1, () => undefined);
  rpc.port2.onmessage = ({ data }: MessageEvent<Question>) => {
    const reply = answer(data);
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
  const { worker } = setup(({ id }) => ({ id, type: "RAW", value: { kind: "stopped", durationMs: 1, more: 1 } }));
  expect(await worker.call(request)).toEqual({ kind: "stopped", durationMs: 1 });
});

test.each([
  ["a value thrown by Comlink's own means", { isError: false, value: { gotcha: 1 } }],
  ["an error with fields of its choice", { isError: true, value: { name: "WorkerEndedError", reason: "ended" } }],
  ["something that Comlink cannot read", null],
])("%s does not get out", async (_, value) => {
  const { worker } = setup(({ id }) => ({ id, type: "HANDLER", name: "throw", value }));
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
  expect(await worker.ping()).toBe(false);
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

const stepWith = (outputs: unknown) => ({ outputs, room: [], session: [], browser: [] });
const yielded = (seq: number) => ({ type: "yield", call: "a", seq, step: stepWith([]) });

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}

test.each([
  ["operations that hold", { outputs: [], room: nested(700), session: [], browser: [] }, "hundreds of levels deep"],
  ["an output that holds", stepWith([{ kind: "value", value: Array(30_000_000) }]), "as much as a page can show"],
])("an answer with %s too much is refused in words", async (_, step, words) => {
  const { worker } = setup(({ id }) => ({ id, type: "RAW", value: { kind: "returned", step, durationMs: 1 } }));
  const error = await refusal(worker);
  expect(error).toBeInstanceOf(MalformedMessageError);
  expect(error).toMatchObject({ message: expect.stringContaining(words) as unknown });
});

test("a worker that yields more than the page can take in is ended", async () => {
  const { worker, heard, say } = setup();
  say({ type: "yield", call: "a", seq: 1, step: stepWith([{ kind: "value", value: nested(700) }]) });
  expect(await worker.ended).toBe("misbehaved");
  expect(heard).toEqual([]);
});

test("a worker that yields on without waiting for credit is ended, even if each yield is credited", async () => {
  const { worker, say } = setup(({ id }) => ({ id, type: "RAW", value: undefined }));
  worker.onEvent((event) => event.type === "yield" && worker.credit(event.call, event.seq));
  for (let seq = 1; seq <= 500; seq++) say(yielded(seq));
  expect(await worker.ended).toBe("misbehaved");
});

test("a worker that yields for a call that there is not is ended", async () => {
  const { worker, say } = setup();
  for (let seq = 1; seq <= 67; seq++) say(yielded(seq));
  expect(await worker.ended).toBe("misbehaved");
});

test("a worker that waits for credit may yield as fast as it comes, however often", async () => {
  const wanted = 20_000;
  let [seq, credits] = [0, 0];
  const { worker, heard, say } = setup(({ id, path }) => {
    if (path[0] === "credit") credits += 1;
    fillWindow();
    return { id, type: "RAW", value: undefined };
  });
  worker.onEvent((event) => event.type === "yield" && worker.credit(event.call, event.seq));
  function fillWindow() {
    while (seq < Math.min(heard.length + 64, wanted)) say(yielded(++seq));
  }
  fillWindow();
  await vi.waitFor(() => expect(heard.length).toBe(wanted), { timeout: 4000 });
  expect(await worker.ping()).toBe(true);
  expect(credits).toBeLessThanOrEqual(wanted);
});

test("a worker whose code closes it has ended, and says why", async () => {
  const { worker, say } = setup();
  const waiting = refusal(worker);
  say({ type: "closed" });
  expect(await waiting).toMatchObject({
    reason: "closed",
    message: expect.stringContaining("self.close()") as unknown,
  });
});
