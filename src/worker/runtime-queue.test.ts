import { expect, test } from "vitest";
import * as gr from "../api/index.ts";
import { nothingMore, fixed, setup, variable } from "./runtime-setup.ts";

test("calls that come while one runs take their turns after it, on what it left", async () => {
  const one = setup((host) => {
    const items = host.init(0, []) as number[];
    fixed(host, items);
    const add = async (item: number) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (item === 2) throw new Error("not 2");
      items.push(item);
      return items.join();
    };
    return { default: gr.Interface({ fn: add, inputs: "number", outputs: "text" }) };
  });
  await one.load({ variables: [variable("items")] });
  const outcomes = await Promise.all([1, 2, 3].map((item) => one.call([item])));
  expect(outcomes.map(({ kind }) => kind)).toEqual(["returned", "threw", "returned"]);
  expect(outcomes.at(-1)).toMatchObject({ step: { outputs: [{ value: "1,3" }] } });
});

test("a call that is stopped while it waits for another does not begin", async () => {
  const begun: number[] = [];
  const one = setup((host) => {
    fixed(host);
    const fn = async (n: number) => {
      begun.push(n);
      await new Promise((resolve) => setTimeout(resolve, 0));
      return n;
    };
    return { default: gr.Interface({ fn, inputs: "number", outputs: "number" }) };
  });
  await one.load();
  const none = { numbered: [], whole: null, operations: [] };
  const call = (n: number) =>
    one.runtime.call({
      id: `c${n}`,
      event: 0,
      inputs: [n],
      changed: [],
      ...nothingMore,
      grant: "none",
      room: none,
      session: none,
      browser: [],
    });
  const calls = [call(1), call(2), call(3)];
  one.runtime.stop("c2");
  expect((await Promise.all(calls)).map(({ kind }) => kind)).toEqual(["returned", "stopped", "returned"]);
  expect(begun).toEqual([1, 3]);
});
