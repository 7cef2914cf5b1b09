// Many tabs call at once: no call is lost or done twice, and there is an order in which they happened one by one.

import { expect, test } from "./fixtures.ts";
import { createRandom } from "./random.ts";
import type { Call } from "./room-model.ts";
import { seed, size } from "./size.ts";
import { expectWholeLog } from "./stored-room.ts";
import { shiftClock } from "./tampering.ts";

for (const count of [2, size.tabs]) {
  test(`T1: ${count} tabs that call ${size.calls} times each lose no call, and show the same without being asked`, async ({
    openTabs,
    verify,
  }) => {
    const tabs = await openTabs(count);
    for (const tab of tabs) await tab.openStatePanel();
    await Promise.all(tabs.map((tab) => tab.callAll(Array<Call>(size.calls).fill({ op: "add" }))));
    await verify(...tabs);
    const [first] = tabs;
    const state = await first?.readState();
    expect(state?.count).toBe(count * size.calls);
    for (const tab of tabs) if (state) await tab.showsState(state);
  });
}

test("T16: reads, writes and swaps of one variable by several tabs are linearizable", async ({ openTabs, verify }) => {
  const random = createRandom(seed);
  const tabs = await openTabs(size.tabs);
  const calls = (): Call[] =>
    Array.from({ length: size.calls }, () => {
      const [a, b] = [random(4), random(4)];
      return { op: ["read", "write", "swap", "swap"][random(4)] ?? "read", a, b };
    });
  await Promise.all(tabs.map((tab) => tab.callAll(calls())));
  await verify(...tabs);
});

test("T10: clocks that differ by days, or go back, change neither order nor outcome", async ({ openTab, verify }) => {
  const day = 86_400_000;
  const tabs = await Promise.all([
    openTab("past", { before: (page) => shiftClock(page, -day, 0) }),
    openTab("future", { before: (page) => shiftClock(page, day, 0) }),
    openTab("backwards", { before: (page) => shiftClock(page, 0, -60_000) }),
  ]);
  await Promise.all(tabs.map((tab) => tab.callAll(Array<Call>(size.calls).fill({ op: "add" }))));
  await verify(...tabs);
  const { times } = await expectWholeLog(tabs[0].page);
  expect(times, "the clocks did differ").not.toEqual(times.toSorted((a, b) => a - b));
});
