// Tabs are closed, crash, are killed with the whole browser, at chosen points and at random ones: what was acknowledged
// stays, what was not is there wholly or not at all, and the others go on at once.

import { expect, test } from "./fixtures.ts";
import { addPausePoints, pauseAt, type PausePoint } from "./pause-points.ts";
import { signal } from "./profile.ts";
import { createRandom, type Random } from "./random.ts";
import type { Call } from "./room-model.ts";
import { seed, size } from "./size.ts";
import { expectNobodyTookTheLock } from "./stored-room.ts";
import type { Tab } from "./tab.ts";

/** Calls that are there afterwards, of the three that had begun; null: either is right. */
const points: readonly (readonly [PausePoint, count: number | null])[] = [
  ["put", 2],
  ["commit", null],
  ["announce", 3],
];

test("T2: a tab that crashes in its commit leaves it whole or not at all, and the next call goes on at once", async ({
  openTab,
  profile,
  verify,
}) => {
  const witness = await openTab("witness");
  for (const [point, count] of points) {
    await test.step(point, async () => {
      const before = (await witness.readState()).count;
      const victim = await openTab(point, { before: addPausePoints });
      const renderer = await profile.renderer(victim.page);
      await victim.callAll([{ op: "add" }, { op: "add" }]);
      victim.willBeLost();
      const { reached } = await pauseAt(victim.page, point);
      const dying = victim.call("add");
      await reached;
      signal(renderer, "SIGKILL");
      await dying;
      await expectCallAtOnce(witness);
      await verify(witness);
      const there = (await witness.readState()).ids.slice(before).filter((id) => id.startsWith(point));
      if (count !== null) expect(there).toHaveLength(count);
    });
  }
});

test("T2: a tab that is closed or crashes while its call waits or runs leaves no trace, and the next goes on at once", async ({
  openTab,
  profile,
  verify,
}) => {
  const [holder, waiter, witness] = [await openTab("holder"), await openTab("waiter"), await openTab("witness")];
  const renderer = await profile.renderer(holder.page);
  const held = await holder.begin("hang");
  const waits = await waiter.queue("add");
  const next = await witness.queue("add");
  await waiter.close();
  holder.willBeLost();
  signal(renderer, "SIGKILL");
  await next.ended;
  await expectNobodyTookTheLock(witness.page);
  await Promise.all([held.ended, waits.ended]);
  await verify(witness);
  expect((await witness.readState()).ids).toEqual([next.id]);
});

test("T2: a worker that ends itself in the middle of a call leaves no trace of it, and the next goes on", async ({
  openTab,
  verify,
}) => {
  const [tab, witness] = [await openTab("tab"), await openTab("witness")];
  await tab.call("add");
  expect(await tab.call("die")).toMatchObject({ kind: "failed" });
  await tab.call("add");
  await expectCallAtOnce(witness);
  await verify(tab, witness);
  expect((await witness.readState()).ids).toEqual(["tab.1", "tab.3", "witness.1"]);
});

test(`T2: ${size.rounds} tabs that crash or are closed at random moments lose nothing that was acknowledged`, async ({
  openTab,
  openTabs,
  profile,
  verify,
}) => {
  const random = createRandom(seed);
  const witness = await openTab("witness");
  const tabs = new Map((await openTabs(size.tabs)).map((tab) => [tab.name, tab]));
  const calling = new Set<Promise<void>>();
  const start = (tab: Tab): void => void calling.add(tab.callAll(someCalls(random, size.calls)));
  for (const tab of tabs.values()) start(tab);
  for (let round = 0; round < size.rounds; round++) {
    const victim = [...tabs.values()][random(tabs.size)];
    if (!victim) break;
    tabs.delete(victim.name);
    victim.willBeLost();
    const crashes = random(2) === 0;
    const renderer = crashes ? await profile.renderer(victim.page) : 0;
    await pause(random(200));
    if (crashes) signal(renderer, "SIGKILL");
    else await victim.close();
    await expectCallAtOnce(witness);
    const successor = await openTab(`${victim.name}${round}`);
    tabs.set(successor.name, successor);
    start(successor);
  }
  await Promise.all(calling);
  await verify(witness, ...tabs.values());
});

test(`T2: a browser that is killed ${size.browserKills + 1} times while its tabs call has all that was acknowledged when it starts again`, async ({
  openTab,
  openTabs,
  profile,
  verify,
}) => {
  const random = createRandom(seed + 1);
  for (let round = 0; round <= size.browserKills; round++) {
    const tabs = [];
    for (let i = 0; i < size.tabs; i++) tabs.push(await openTab(`${String.fromCharCode(97 + i)}${round}`));
    for (const tab of tabs) tab.willBeLost();
    const calling = Promise.all(tabs.map((tab) => tab.callAll(someCalls(random, size.calls * 10))));
    await pause(200 + random(1000));
    await profile.kill();
    await calling;
    await profile.launch();
    await verify(await openTab(`check${round}`));
  }
  const [after] = await openTabs(1);
  await after?.callAll(someCalls(random, 3));
  if (after) await verify(after);
});

test("T3: a tab that is closed in an endless loop frees the lock within seconds", async ({ openTab, verify }) => {
  const [looping, witness] = [await openTab("looping"), await openTab("witness")];
  await looping.begin("loop");
  const next = await witness.queue("add");
  await looping.close();
  await next.ended;
  await expectNobodyTookTheLock(witness.page);
  await verify(witness);
  expect((await witness.readState()).ids).toEqual([next.id]);
});

test("T3: Stop ends an endless loop and an endless wait, undoes them, and lets the next call in", async ({
  openTab,
  verify,
}) => {
  const [tab, witness] = [await openTab("tab"), await openTab("witness")];
  for (const op of ["loop", "hang"]) {
    const endless = await tab.begin(op);
    const next = await witness.queue("add");
    await tab.stop();
    await Promise.all([endless.ended, next.ended]);
  }
  await expectNobodyTookTheLock(witness.page);
  expect(await tab.call("add")).toEqual({ kind: "done", result: 3 });
  await verify(tab, witness);
});

async function expectCallAtOnce(tab: Tab): Promise<void> {
  expect(await tab.call("add")).toMatchObject({ kind: "done" });
  await expectNobodyTookTheLock(tab.page);
}

function someCalls(random: Random, count: number): Call[] {
  return Array.from({ length: count }, () => {
    const op = ["add", "write", "swap", "read", "throw"][random(5)] ?? "add";
    return { op, a: random(4), b: random(4) };
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
