import { expect, test } from "vitest";
import type { ContainerId } from "../protocol/operation.ts";
import type { Room } from "./room.ts";
import { call, defineList, enter, holdMessages, listOf, logVersions, meta, push, settle, setup } from "./room-setup.ts";

test("the first tab's values become version 1 and other tabs adopt them", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  const defined = await a.room.define(defineList);
  expect(defined).toEqual({ version: 1, numbered: [[-1, 1]], added: ["list#1"], existed: [] });
  await settle();
  expect(b.room.version).toBe(1);
  expect(listOf(b.room)).toEqual([]);
  expect(b.room.epoch).toBe(a.room.epoch);
});

test("a tab opened later starts from the stored log", async () => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  await call(room, 3);
  await call(room, 9);
  const { room: later } = await openTab("b");
  expect(listOf(later)).toEqual([3, 9]);
  expect(later.version).toBe(3);
});

test("of two tabs that define the same variable at once one wins and both have its value", async () => {
  const { openTwo, store } = setup();
  const [a, b] = await openTwo();
  const define = (room: Room, value: number): ReturnType<Room["define"]> =>
    room.define([
      ["new", -1, ["array", [value]]],
      ["slot", "list#1", { name: "list", first: -1, count: 1 }, ["ref", -1]],
    ]);
  const results = await Promise.all([define(a.room, 1), define(b.room, 2)]);
  await settle();
  expect(results.map(({ added }) => added)).toEqual([["list#1"], []]);
  expect(results.map(({ existed }) => existed)).toEqual([[], ["list#1"]]);
  expect(results[1]?.numbered).toEqual([[-1, 1]]);
  expect([listOf(a.room), listOf(b.room)]).toEqual([[1], [1]]);
  expect(await logVersions(store)).toEqual([1]);
});

test("a tab with other code adds only what the room lacks, and shares the containers that it has", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  await a.room.define(defineList);
  await call(a.room, 7);
  const result = await b.room.define([
    ["new", -1, ["array", []]],
    ["new", -2, ["object", [["list", ["ref", -1]]]]],
    ["slot", "list#1", { name: "list", first: -1, count: 1 }, ["ref", -1]],
    ["slot", "box#1", { name: "box", first: -2, count: 1 }, ["ref", -2]],
  ]);
  expect(result).toMatchObject({ added: ["box#1"], existed: ["list#1"] });
  const box = b.room.replica.slots().get("box#1");
  expect(box && b.room.replica.toPlain(box.value)).toEqual({ list: [7] });
});

test("a definition may only add variables", async () => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  await expect(room.define([["unslot", "list#1"]])).rejects.toThrow("only add variables");
});

test("a call goes on when another tab's loading adds variables meanwhile", async () => {
  const { channel, openTab } = setup();
  const { room: other } = await openTab("b");
  const held = holdMessages(channel.connect());
  const { room } = await openTab("a", { channel: held.channel });
  await room.define(defineList);
  const lease = await enter(room);
  await other.define([
    ["new", -1, ["array", [5]]],
    ["slot", "more#1", { name: "more", first: -1, count: 1 }, ["ref", -1]],
  ]);
  const known = new Map<ContainerId, ContainerId>();
  const commit = await lease.commit([["new", -1, ["array", [1]]], push(room, ["ref", -1])], meta, known);
  expect(commit).toEqual({ version: 3, numbered: [[-1, 3]] });
  const again = await lease.commit([["splice", -1, 1, 0, [2]]], meta, known);
  expect(again).toEqual({ version: 4, numbered: [] });
  lease.release();
  await settle();
  expect(listOf(room)).toEqual([[1, 2]]);
  expect(listOf(other)).toEqual([[1, 2]]);
});

test("a commit of nothing writes nothing", async () => {
  const { openTab, store } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  const lease = await enter(room);
  expect(await lease.commit([], meta, new Map())).toEqual({ version: 1, numbered: [] });
  lease.release();
  expect(await logVersions(store)).toEqual([1]);
});
