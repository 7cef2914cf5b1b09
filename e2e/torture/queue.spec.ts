// Calls of several tabs wait in one line: first come, first served, and each is told where it stands.

import { expect, test } from "./fixtures.ts";
import type { Tab } from "./tab.ts";

test("T15: calls of several tabs have their turns in the order in which they came, their places only go down, and one that is stopped leaves", async ({
  openTab,
  openTabs,
  verify,
}) => {
  const holder = await openTab("holder");
  const tabs = await openTabs(4);
  const held = await holder.begin("hang");
  const waiting = [];
  const watched = [];
  for (const [i, tab] of tabs.entries()) {
    watched.push(await watchPlace(tab));
    waiting.push(await tab.queue("add"));
    await expect(tab.playground.user.status).toContainText(`queue: ${i + 1}/${i + 1}`);
  }
  const [first, leaving, third, fourth] = tabs;
  if (!first || !leaving || !third || !fourth) throw new Error("There are too few tabs.");
  await leaving.stop();
  await waiting[1]?.ended;
  await expect(third.playground.user.status).toContainText("queue: 2/3");
  await expect(fourth.playground.user.status).toContainText("queue: 3/3");
  await holder.stop();
  await Promise.all([held, ...waiting].map(({ ended }) => ended));
  await verify(holder, ...tabs);
  expect((await holder.readState()).ids).toEqual([waiting[0], waiting[2], waiting[3]].map((call) => call?.id));
  for (const places of watched) {
    const seen = await places();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen, "the places that were shown").toEqual(seen.toSorted((a, b) => b - a));
  }
});

/** Resolves with what gives the places that the tab has shown since. */
async function watchPlace(tab: Tab): Promise<() => Promise<number[]>> {
  const places = await tab.playground.app.evaluateHandle((app) => {
    const seen: number[] = [];
    const look = (): void => {
      const place = /queue: (\d+)\//.exec(app.querySelector("[role=status]")?.textContent ?? "")?.[1];
      if (place !== undefined && seen.at(-1) !== Number(place)) seen.push(Number(place));
    };
    new MutationObserver(look).observe(app, { subtree: true, childList: true, characterData: true });
    return seen;
  });
  return () => places.jsonValue();
}
