// What the examples of the group "Over time" must show, those with pictures aside: as their originals in Gradio do.

import { noteTexts } from "../fixtures/said.ts";
import { expect, test } from "../fixtures/test.ts";

test("progress: a bar counts, nested loops are both shown, and Stop ends all", async ({ example }) => {
  const tab = await example("progress");
  const { user } = tab;
  const said = await noteTexts(user.region);
  await user.button("Load Set").click();
  await user.shows("Result", "done: set");
  await expect.poll(said).toMatch(/Loading from list.*\d+\/24 images/);

  await user.button("Load Nested").click();
  await user.shows("Result", "done: nested");
  await expect.poll(said).toMatch(/Colors.*Shades of green/);

  await user.button("Do All").click();
  await expect(user.region.getByRole("progressbar").first()).toBeVisible();
  await user.stop.click();
  await tab.ready();
  await user.shows("Result", "done: nested");
});

test("timer: ticks, stops, and follows its bounds", async ({ example }) => {
  const { user } = await example("timer");
  await user.shows("Time", /^\d{10}$/);
  const seconds = () => user.text("Time 2").then(Number);
  const first = await seconds();
  await expect.poll(seconds).toBeGreaterThanOrEqual(first + 2);

  await user.button("Go Fast").click();
  await user.field("Max").fill("1");
  await user.shows("Random Number", "1");
  await user.button("Stop").click();
  // Stopped, it is computed when an input changes and at no other time.
  await user.field("Max").fill("100000");
  await expect.poll(() => user.text("Random Number")).not.toBe("1");
  // What was asked for before it stopped has come by the next second.
  const stopped = await seconds();
  await expect.poll(seconds).toBeGreaterThan(stopped);
  const still = await user.text("Random Number");
  const now = await seconds();
  await expect.poll(seconds).toBeGreaterThanOrEqual(now + 3);
  expect(await user.text("Random Number")).toBe(still);
  await user.button("Start").click();
  await expect.poll(() => user.text("Random Number")).not.toBe(still);
});

test("live dashboard: the curve moves in every tab, and a stretch of it can be chosen", async ({ example }) => {
  const { user, page } = await example("live-dashboard");
  await user.shows("Current Time", /\d:\d\d:\d\d/);
  const facts = user.region.getByText(/^Line plot of y by x\. 315 points\./);
  const end = async () => Number(/x from \S+ to (\d+\.?\d*)\./.exec((await facts.textContent()) ?? "")?.[1]);
  await expect.poll(end).toBeGreaterThan(6.3);
  const before = await end();
  const { user: other } = await example("live-dashboard");
  await expect(other.region.getByText(/^Line plot of y by x/)).toBeVisible();
  await expect.poll(end).toBeGreaterThan(before);

  await page.bringToFront();
  await user.field("Sine").focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press("Shift+ArrowRight");
  await user.shows("Start", /^\d+\.\d\d$/);
  const length = async () => Number(await user.text("End")) - Number(await user.text("Start"));
  await expect.poll(length).toBeGreaterThan(0);
});
