// What tabs tell each other may be lost, late, doubled, reordered, strange, or from another version of the app: it is a
// hint, and the log is what counts.

import { expect, test } from "./fixtures.ts";
import type { Call } from "./room-model.ts";
import { seed, size } from "./size.ts";
import { allowDeafness, focus, garbleMessages } from "./tampering.ts";

test("T4: tabs whose messages are lost, doubled, late and reordered lose no call, and agree once they look", async ({
  openTab,
  verify,
}) => {
  const tabs = [];
  for (let i = 0; i < 3; i++) {
    tabs.push(await openTab(String.fromCharCode(97 + i), { before: (page) => garbleMessages(page, seed * 10 + i) }));
  }
  for (const tab of tabs) await tab.openStatePanel();
  await Promise.all(tabs.map((tab) => tab.callAll(Array<Call>(size.calls).fill({ op: "add" }))));
  const [asked] = tabs;
  const state = await asked?.readState();
  if (!state) throw new Error("There is no state.");
  for (const tab of tabs) {
    await focus(tab.page);
    await tab.showsState(state);
  }
  await verify(...tabs);
});

test("T4: a tab that hears nothing shows what others did once it is looked at, and calls on top of it", async ({
  openTab,
  verify,
}) => {
  const [deaf, other] = [await openTab("deaf", { before: allowDeafness }), await openTab("other")];
  await deaf.openStatePanel();
  await deaf.page.evaluate(() => (window.deaf = true));
  await other.callAll(Array<Call>(5).fill({ op: "add" }));
  const state = await other.readState();
  await deaf.state.shows("Global state", "count", "0");
  await focus(deaf.page);
  await deaf.showsState(state);
  await other.call("add");
  // No look this time: the call itself catches up.
  expect(await deaf.call("add")).toEqual({ kind: "done", result: 7 });
  await verify(deaf, other);
});

test("T9: a tab with a newer format is told of, and disturbs nothing", async ({ openTab, profile, site, verify }) => {
  const tab = await openTab("tab");
  await tab.callAll([{ op: "add" }, { op: "add" }]);
  const newer = await profile.context.newPage();
  await newer.goto(`${site.url}icon.svg`);
  await newer.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [ours] = await indexedDB.databases();
    const [path = "", format = ""] = ours?.name?.split("@") ?? [];
    const db = await result(indexedDB.open(ours?.name ?? ""));
    const keys = (await result(db.transaction("values").objectStore("values").getAllKeys())) as string[][];
    db.close();
    const room = keys.find((key) => key[1] === "head")?.[0];
    // What a newer version does: a database of its own, and its own word for a commit.
    const opening = indexedDB.open(`${path}@${Number(format) + 1}`);
    opening.onupgradeneeded = () => opening.result.createObjectStore("records");
    (await result(opening)).close();
    const commit = { type: "commit", format: Number(format) + 1, room, epoch: "e", version: 99, id: "i", delta: [1] };
    new BroadcastChannel(path).postMessage(commit);
  });
  await expect(tab.page.getByRole("alert").filter({ hasText: "newer version of this app" })).toBeVisible();
  expect(await tab.call("add")).toEqual({ kind: "done", result: 3 });
  await verify(tab, await openTab("late"));
});

test("T9: fields that a tab does not know are ignored, and so are messages that make no sense", async ({
  openTab,
  profile,
  site,
  verify,
}) => {
  const [tab, other] = [await openTab("tab"), await openTab("other")];
  await tab.openStatePanel();
  const stranger = await profile.context.newPage();
  await stranger.goto(`${site.url}icon.svg`);
  // Whatever a commit's announcement is, it comes again with more in it, and broken in many ways.
  await stranger.evaluate(() => {
    const path = location.pathname.slice(0, location.pathname.lastIndexOf("/") + 1);
    const channel = new BroadcastChannel(path);
    channel.onmessage = ({ data }: MessageEvent<Record<string, unknown>>) => {
      const entry = data["entry"] as Record<string, unknown> | null;
      if (data["type"] !== "commit" || data["again"]) return;
      const broken = [
        { ...data, unknown: { deep: [1, 2] }, entry: { ...entry, more: true } },
        { ...data, version: Number(data["version"]) + 1, entry: { ...entry, version: Number(data["version"]) + 1 } },
        { ...data, version: Number(data["version"]) + 1, entry: { ...entry, ops: [["splice", 1, 0, 0, ["x"]]] } },
        { ...data, version: -1 },
        { ...data, version: "3" },
        { ...data, epoch: "another" },
        { ...data, entry: { ops: [["set", 1e9, "x", 1]] } },
        { ...data, entry: 7 },
      ];
      for (const message of broken) channel.postMessage({ ...message, again: true });
      for (const message of [null, 1, "commit", [], {}, { type: "commit" }]) channel.postMessage(message);
    };
  });
  await Promise.all([tab, other].map((each) => each.callAll(Array<Call>(size.calls).fill({ op: "add" }))));
  const state = await other.readState();
  await focus(tab.page);
  await tab.showsState(state);
  await verify(tab, other);
});
