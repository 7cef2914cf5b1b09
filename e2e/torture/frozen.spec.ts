// Tabs that stand still without being gone: stopped processes, and pages that the browser keeps for going back to.

import { expect, test } from "./fixtures.ts";
import { expectNobodyTookTheLock } from "./stored-room.ts";
import { allowDeafness, allowKeeping, countThefts, silence } from "./tampering.ts";

test("T5: a frozen holder's lock is taken once, by one of three who wait, and its late commit is refused", async ({
  openTab,
  profile,
  verify,
}) => {
  const holder = await openTab("holder", { before: countThefts });
  const waiters = [];
  for (const name of ["a", "b", "c"]) waiters.push(await openTab(name, { before: countThefts }));
  const renderer = await profile.renderer(holder.page);
  const late = await holder.begin("sleep", 2000);
  // Its worker, in another process, goes on and answers.
  profile.freeze(renderer);
  const calls = { op: "add" };
  await Promise.all(waiters.map((tab) => tab.callAll([calls, calls, calls])));
  profile.thaw(renderer);
  await late.ended;
  expect(await holder.call("add")).toEqual({ kind: "done", result: 10 });
  await verify(holder, ...waiters);
  expect((await holder.readState()).ids).not.toContain(late.id);
  const thefts = await Promise.all([holder, ...waiters].map((tab) => tab.page.evaluate(() => window.thefts)));
  expect(thefts.reduce((sum, each) => sum + each)).toBe(1);
  expect(thefts[0], "by the holder").toBe(0);
});

test("T5: a frozen tab that is given the lock while it waits keeps nobody waiting, and has its turn or is told when it is back", async ({
  history,
  openTab,
  profile,
  verify,
}) => {
  const holder = await openTab("holder", { before: countThefts });
  const waiter = await openTab("waiter", { before: countThefts });
  const last = await openTab("last", { before: countThefts });
  const renderer = await profile.renderer(waiter.page);
  const held = await holder.begin("hang");
  const waits = await waiter.queue("add");
  const next = await last.queue("add");
  profile.freeze(renderer);
  await holder.stop();
  await Promise.all([held.ended, next.ended]);
  profile.thaw(renderer);
  await waits.ended;
  // It may hear of the grant first and of its loss when the function runs: then what that did is undone.
  const outcome = history.outcome(waits.id);
  if (outcome?.kind === "failed") expect(outcome.message).toContain("took this call's turn");
  else expect(outcome).toEqual({ kind: "done", result: 2 });
  await waiter.call("add");
  await verify(holder, waiter, last);
  expect((await last.readState()).ids).toEqual([next.id, ...(outcome?.kind === "done" ? [waits.id] : []), "waiter.2"]);
});

test("T6: a tab that is gone back to shows what was committed meanwhile, without hearing of it", async ({
  openTab,
  site,
  verify,
}) => {
  const tab = await openTab("tab", {
    async before(page) {
      await allowDeafness(page);
      await allowKeeping(page);
    },
  });
  // A page that is kept and is sent a message would be dropped: its return is another one, and simpler.
  const mute = await openTab("mute", { before: silence });
  await tab.openStatePanel();
  await tab.call("add");
  await mute.call("add");
  let count = 2;
  let kept = false;
  // The browser loads a page again that runs anything while it is kept, as the tools of this test now and then do.
  for (let times = 0; times < 5 && !kept; times++) {
    await tab.page.evaluate(() => (window.deaf = true));
    await tab.page.goto(`${site.url}icon.svg`);
    await mute.call("add");
    count += 1;
    await tab.page.evaluate(() => history.back());
    await tab.playground.ready();
    kept = await tab.page.evaluate(() => window.deaf === true);
    if (!kept) await tab.openStatePanel();
  }
  expect(kept, "the page was kept, not loaded again").toBe(true);
  await tab.showsState(await mute.readState());
  expect(await tab.call("add")).toEqual({ kind: "done", result: count + 1 });
  await verify(tab, mute);
});

test("T6: a tab that is gone back to after others have told it of commits has them", async ({
  openTab,
  site,
  verify,
}) => {
  const [tab, other] = [await openTab("tab", { before: allowKeeping }), await openTab("other")];
  await tab.call("add");
  await tab.page.goto(`${site.url}icon.svg`);
  await other.callAll([{ op: "add" }, { op: "add" }]);
  await tab.page.evaluate(() => history.back());
  await tab.playground.ready();
  expect(await tab.call("add")).toEqual({ kind: "done", result: 4 });
  await verify(tab, other);
});

test("T6: a tab that is left while its call runs frees the lock at once, and the call is undone", async ({
  openTab,
  site,
  verify,
}) => {
  const [tab, other] = [await openTab("tab", { before: allowKeeping }), await openTab("other")];
  const { id, ended } = await tab.begin("hang");
  const next = await other.queue("add");
  tab.willBeLost();
  await tab.page.goto(`${site.url}icon.svg`);
  await Promise.all([ended, next.ended]);
  await expectNobodyTookTheLock(other.page);
  await tab.page.evaluate(() => history.back());
  await tab.playground.ready();
  expect(await tab.call("add")).toEqual({ kind: "done", result: 2 });
  await verify(tab, other);
  expect((await other.readState()).ids).not.toContain(id);
});
