// The log is shortened while tabs commit, while one is far behind, and while the tab that shortens it is killed.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { signal } from "./profile.ts";
import type { Call } from "./room-model.ts";
import { size } from "./size.ts";
import { expectWholeLog, readRoom } from "./stored-room.ts";
import type { Tab } from "./tab.ts";
import { allowDeafness, focus } from "./tampering.ts";

/** A log of more than 256 KB is due, if it is larger than the last snapshot. */
const chunk = 110_000;

/** Each yield is a commit of its own, as long as the page keeps up. */
const burstProgram = `import * as gr from "interstate";

let count = 0;
let digest = "";
const ballast: string[] = [];

async function* step(call: string) {
  const { id, op, a = 0, b = 0 } = JSON.parse(call);
  for (let i = 0; i < a; i++) {
    count += 1;
    digest = "d" + count;
    if (b > 0) ballast[i % 20] = String.fromCharCode(97 + (count % 26)).repeat(b);
    yield { id: "", result: count };
    await new Promise((resolve) => setTimeout(resolve));
  }
  yield { id, result: count };
}

export default gr.Interface({ fn: step, inputs: gr.Textbox({ label: "Call" }), outputs: gr.JSON({ label: "Answer" }) });
`;

test("T11: the log is shortened while tabs commit, and no commit is lost", async ({ openTab, openTabs, verify }) => {
  const tabs = await openTabs(2);
  const [first] = tabs;
  if (!first) throw new Error("There is no tab.");
  const grow = { op: "grow", a: chunk };
  const growth = { goesOn: true };
  const growing = tabs.map(async (tab) => {
    while (growth.goesOn) await tab.callAll([grow, { op: "add" }, { op: "add" }]);
  });
  await expect.poll(async () => (await readRoom(first.page))?.snapshots.length ?? 0, { timeout: 60_000 }).toBe(2);
  growth.goesOn = false;
  await Promise.all(growing);
  await verify(...tabs, await openTab("late"));
  const { snapshots, log } = await expectWholeLog(first.page);
  expect(log[0], "the log begins where the older snapshot ends").toBe((snapshots[1] ?? 0) + 1);
});

test(`T11: a tab that is ${size.behind} versions behind, and whose next entry is gone from the log, catches up`, async ({
  openTab,
}) => {
  const behind = await openTab("behind", { program: burstProgram, before: allowDeafness });
  await behind.openStatePanel();
  await behind.page.evaluate(() => (window.deaf = true));
  const busy = await openTab("busy", { program: burstProgram });
  const version = async () => (await readRoom(busy.page))?.version ?? 0;
  while ((await version()) < size.behind) await busy.call("burst", 500, 1000);
  // So that the entries that it lacks are gone, and not only spared.
  await expect
    .poll(
      async () => {
        await busy.call("burst", 5, chunk);
        return (await readRoom(busy.page))?.log[0] ?? 0;
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(10);
  await behind.state.shows("Global state", "count", "0");
  await focus(behind.page);
  const done = await busy.call("burst", 0);
  const count = done?.kind === "done" ? Number(done.result) : 0;
  expect(count).toBeGreaterThan(size.behind);
  await behind.state.shows("Global state", "count", String(count));
  expect(await behind.call("burst", 1)).toEqual({ kind: "done", result: count + 1 });
  await expectWholeLog(busy.page);
});

for (const parts of [1, 3]) {
  test(`T11: a tab that is killed after it has stored ${parts} of a snapshot's parts leaves the room sound, and the next snapshot clears up`, async ({
    openTab,
    profile,
    verify,
  }) => {
    const victim = await openTab("victim", { before: (page) => haltCompaction(page, parts) });
    const renderer = await profile.renderer(victim.page);
    const grow = { op: "grow", a: chunk };
    await victim.callAll(Array<Call>(10).fill(grow));
    await expect.poll(() => halted(victim)).toBe(true);
    victim.willBeLost();
    signal(renderer, "SIGKILL");
    const witness = await openTab("witness");
    const left = await expectWholeLog(witness.page);
    expect(left.snapshots).toEqual([]);
    expect(left.strayParts).toBe(parts);
    await witness.callAll([grow]);
    await expect.poll(async () => (await readRoom(witness.page))?.snapshots.length ?? 0, { timeout: 60_000 }).toBe(1);
    expect((await expectWholeLog(witness.page)).strayParts, "parts that nobody reads").toBe(0);
    await verify(witness, await openTab("late"));
  });
}

/** The worker that shortens the log stands still for ever once it has stored so many parts, in the transaction of the next. */
async function haltCompaction(page: Page, parts: number): Promise<void> {
  await page.route(/compaction-worker/, async (route) => {
    const response = await route.fetch();
    const halt = `{
      const { commit } = IDBTransaction.prototype;
      let commits = 0;
      IDBTransaction.prototype.commit = function () {
        commit.call(this);
        if (this.mode === "readwrite" && ++commits === ${parts}) {
          this.addEventListener("complete", () => {
            new BroadcastChannel("halted").postMessage("");
            for (;;);
          });
        }
      };
    }`;
    await route.fulfill({ response, body: halt + (await response.text()) });
  });
  await page.addInitScript(() => {
    new BroadcastChannel("halted").onmessage = () => (window.halted = true);
  });
}

function halted(tab: Tab): Promise<boolean> {
  return tab.page.evaluate(() => window.halted === true);
}

declare global {
  interface Window {
    halted?: boolean;
  }
}
