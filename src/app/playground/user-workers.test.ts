import { expect, test, vi } from "vitest";
import { testCall, testEvent } from "../../spec/component-for-tests.ts";
import { returned, setup } from "./user-setup.ts";

const otherClicked = { kind: "component", component: 2, event: "click" } as const;
/** Its button's calls run beside the main worker. */
const beside = testEvent({
  inputs: [0],
  triggers: [otherClicked],
  action: { ...testCall, writes: true, concurrencyLimit: null },
});

async function startBeside({ user, loads, load }: Awaited<ReturnType<typeof setup>>) {
  user.trigger(2, "click");
  await vi.waitFor(() => expect(loads.length).toBe(2));
  load(1).finish();
  await vi.waitFor(() => expect(load(1).calls.length).toBe(1));
}

test("what follows a call waits for the worker that the pool starts, and the page goes on meanwhile", async () => {
  const other = testEvent({ inputs: [0], triggers: [otherClicked], action: testCall });
  const then = testEvent({ inputs: [0], triggers: [{ kind: "then", after: 0 }], action: testCall });
  const { user, loads, load, press, pressed } = await setup({ writes: false, more: [other, then] });
  press();
  await pressed();
  user.trigger(2, "click");
  load(0).worker.end("crashed");
  await vi.waitFor(() => expect(loads.length).toBe(2));
  // If the page did not go on, this would never come.
  await new Promise((resolve) => setTimeout(resolve, 0));
  load(1).finish();
  await vi.waitFor(() => expect(load(1).calls.length).toBe(1));
  load(1).calls[0]?.answer(returned([]));
  await vi.waitFor(() => expect(load(1).calls.length).toBe(2));
});

test("a call beside goes on when the main worker is replaced by one of the same code", async () => {
  const opened = await setup({ writes: false, more: [beside] });
  const { user, loads, load, press, pressed } = opened;
  await startBeside(opened);
  press();
  await pressed();
  load(0).worker.end("crashed");
  await vi.waitFor(() => expect(loads.length).toBe(3));
  load(2).finish();
  await vi.waitFor(() => expect(user.error()?.title).toMatch(/crashed/));
  expect(load(1).state.over).toBe(false);
  load(1).calls[0]?.answer(returned([]));
  await vi.waitFor(() => expect(user.busy()).toBe(false));
  expect(user.last()?.stopped).toBeNull();
});

test("a refresh ends what runs beside", async () => {
  const opened = await setup({ writes: false, more: [beside] });
  await startBeside(opened);
  opened.user.refresh();
  expect(opened.load(1).state.over).toBe(true);
});

test("once a call of many atomic steps has ended, nobody asks its worker for a sign of life", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const opened = await setup({ writes: false, more: [beside] });
  const { user, load } = opened;
  await startBeside(opened);
  const { request, answer } = load(1).calls[0] ?? {};
  for (let ask = 1; ask <= 3; ask++) load(1).emitAtomic(request?.id ?? "", ask);
  await vi.waitFor(() => expect(load(1).state.pings).toBeGreaterThan(3));
  answer?.(returned([]));
  await vi.waitFor(() => expect(user.busy()).toBe(false));
  const { pings } = load(1).state;
  await vi.advanceTimersByTimeAsync(1000);
  expect(load(1).state.pings).toBe(pings);
  vi.useRealTimers();
});

test("Stop leaves nothing to run that was put off until the call ended", async () => {
  const { user, load, press, pressed } = await setup({ writes: false, mode: "always_last" });
  press();
  await pressed();
  press();
  user.stop();
  load(0).calls[0]?.answer({ kind: "stopped", durationMs: 1 });
  await vi.waitFor(() => expect(user.busy()).toBe(false));
  expect(load(0).calls.length).toBe(1);
});
