import { expect, test } from "vitest";
import { messageOf, setup, skip, value } from "./call-setup.ts";

test.each([
  [
    "generator",
    function* () {
      yield 1;
      yield 2;
      return 3;
    },
  ],
  [
    "async generator",
    async function* () {
      yield 1;
      yield 2;
      return 3;
    },
  ],
])("each yield of a %s is a step, and what it returns is ignored", async (_, fn) => {
  const { call, posted } = setup({ fn, outputs: "number" });
  expect(await call([])).toMatchObject({ kind: "finished" });
  expect(posted).toEqual([
    { seq: 1, step: { outputs: [value(1)], room: [], session: [], browser: [] } },
    { seq: 2, step: { outputs: [value(2)], room: [], session: [], browser: [] } },
  ]);
});

test("what a generator writes after its last yield is a last step without outputs", async () => {
  const { call, posted, room } = setup({
    fn: function* () {
      room.set("scores", [1]);
      yield "a";
      room.set("scores", [1, 2]);
    },
    outputs: "text",
  });
  await call([]);
  expect(posted.map(({ step }) => step)).toEqual([
    { outputs: [value("a")], room: [["bind", "scores", "[1]"]], session: [], browser: [] },
    { outputs: [skip], room: [["bind", "scores", "[1,2]"]], session: [], browser: [] },
  ]);
});

test("a generator that throws keeps what it had yielded", async () => {
  const { call, room } = setup({
    fn: function* () {
      room.set("scores", [1]);
      yield "a";
      room.set("scores", [1, 2]);
      throw new Error("no");
    },
    outputs: "text",
  });
  expect(messageOf(await call([]))).toBe("no");
  expect(room.get("scores")).toEqual([1]);
});

test("a generator is stopped at its yield, and what its finally blocks write counts", async () => {
  const { call, posted, room, control } = setup({
    fn: function* () {
      try {
        room.set("scores", ["busy"]);
        for (let n = 1; ; n++) {
          if (n === 3) control.stop();
          yield n;
        }
      } finally {
        room.set("scores", ["done"]);
      }
    },
    outputs: "number",
  });
  expect(await call([])).toMatchObject({ kind: "stopped" });
  expect(posted.map(({ step }) => step.outputs[0])).toEqual([value(1), value(2), skip]);
  expect(room.get("scores")).toEqual(["done"]);
});

test("writes towards a yield that comes after Stop are undone", async () => {
  const { call, room, control } = setup({
    fn: async function* () {
      yield 1;
      room.set("scores", ["half"]);
      control.stop();
      yield 2;
    },
    outputs: "number",
  });
  expect(await call([])).toMatchObject({ kind: "stopped" });
  expect(room.get("scores")).toEqual([]);
});

test("a yield that cannot be shown ends the generator in order, and is undone", async () => {
  let closed = false;
  const { call, room } = setup({
    fn: function* () {
      try {
        room.set("scores", [1]);
        yield {};
      } finally {
        closed = true;
      }
    },
    outputs: "number",
  });
  expect(messageOf(await call([]))).toContain("is a Number, but the function returned an object");
  expect([closed, room.get("scores")]).toEqual([true, []]);
});

test("no more than 64 yields are on their way, and all are credited before the end", async () => {
  let made = 0;
  const { call, posted, control } = setup(
    {
      fn: function* () {
        for (; made < 100; made++) yield made;
      },
      outputs: "number",
    },
    { credits: false },
  );
  const outcome = call([]);
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  for (let turn = 0; turn < 100; turn++) await settle();
  expect(posted.length).toBe(64);
  control.credit(10);
  for (let turn = 0; turn < 100; turn++) await settle();
  expect(posted.length).toBe(74);
  control.credit(74);
  for (let turn = 0; turn < 100; turn++) await settle();
  expect(posted.length).toBe(100);
  control.credit(100);
  expect(await outcome).toMatchObject({ kind: "finished" });
});

test("a generator that throws is undone at once, and ends when its yields are credited", async () => {
  const { call, posted, room, control } = setup(
    {
      fn: function* () {
        room.set("scores", [1]);
        yield "a";
        yield "b";
        room.set("scores", [1, 2]);
        throw new Error("no");
      },
      outputs: "text",
    },
    { credits: false },
  );
  let ended = false;
  const outcome = call([]).finally(() => (ended = true));
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  for (let turn = 0; turn < 10; turn++) await settle();
  expect([posted.length, room.get("scores"), ended]).toEqual([2, [1], false]);
  control.credit(1);
  for (let turn = 0; turn < 10; turn++) await settle();
  expect(ended).toBe(false);
  control.credit(2);
  expect(messageOf(await outcome)).toBe("no");
});

test("Stop reaches a generator that waits for the page", async () => {
  const { call, posted, control } = setup(
    {
      fn: function* () {
        for (;;) yield "more";
      },
      outputs: "text",
    },
    { credits: false },
  );
  const outcome = call([]);
  await new Promise((resolve) => setTimeout(resolve));
  control.stop();
  control.credit(posted.length);
  expect(await outcome).toMatchObject({ kind: "stopped" });
});

test("the event loop turns while a generator yields without a pause", async () => {
  const { call, turns } = setup({
    fn: function* () {
      for (let n = 0; n < 40; n++) yield n;
    },
    outputs: "number",
  });
  await call([]);
  expect(turns()).toBeGreaterThan(5);
});
