import { expect, test } from "vitest";
import { createCallControl } from "./call-control.ts";

/** Whether the next yield may go, once everything that is ready has run. */
async function mayGo(waiting: Promise<void>): Promise<boolean> {
  const later = new Promise<false>((resolve) => setTimeout(() => resolve(false)));
  return Promise.race([waiting.then(() => true), later]);
}

test("64 yields may be on their way, and the next waits until one of them has been taken in", async () => {
  const control = createCallControl();
  for (let seq = 1; seq < 64; seq++) expect(await mayGo(control.waitForRoom(seq, 1))).toBe(true);
  const full = control.waitForRoom(64, 1);
  expect(await mayGo(full)).toBe(false);
  control.credit(1);
  expect(await mayGo(full)).toBe(true);
});

test("after a large yield the next waits until the page has taken it in", async () => {
  const control = createCallControl();
  expect(await mayGo(control.waitForRoom(1, 40_000_000))).toBe(true);
  const full = control.waitForRoom(2, 40_000_000);
  expect(await mayGo(full)).toBe(false);
  control.credit(1);
  expect(await mayGo(full)).toBe(true);
});

test("whatever is on its way, a stopped call need not wait", async () => {
  const control = createCallControl();
  const full = control.waitForRoom(1, 100_000_000);
  control.stop();
  expect(await mayGo(full)).toBe(true);
});
