import { expect, test, vi } from "vitest";
import { call, defineList, range, setup } from "./room-setup.ts";

test("a tab shortens the log some time after the commit by which it became due", async () => {
  vi.useFakeTimers();
  try {
    const { openTab } = setup();
    const compact = vi.fn(async () => []);
    const { room } = await openTab("a", { compactor: { minLogBytes: 2000, compact } });
    await room.define(defineList);
    await call(room, 1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(compact).not.toHaveBeenCalled();
    for (const value of range(10)) await call(room, value);
    expect(compact).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    expect(compact.mock.calls).toEqual([["room"]]);
    compact.mockRejectedValueOnce(new Error("no worker"));
    for (let i = 0; i < 30; i++) {
      await call(room, i);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(compact).toHaveBeenCalledTimes(2);
    room.dispose();
    await call(room, 1);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(compact).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});
