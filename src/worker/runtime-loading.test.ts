import { expect, test } from "vitest";
import * as gr from "../api/index.ts";
import { setup, shown, variable, type Program } from "./runtime-setup.ts";

test("what is made local is loaded once, and needs no grant", async () => {
  const program: Program = (host) => {
    const cache = host.init(0, new Map<string, number>()) as Map<string, number>;
    const fn = (word: string) => (cache.set(word, word.length), cache.size);
    host.bind([{ get: () => cache, set() {} }]);
    return { default: gr.Interface({ fn, inputs: "textbox", outputs: "number" }) };
  };
  const one = setup(program);
  const outcome = await one.load({ variables: [{ ...variable("cache"), isLocal: true }] });
  expect(outcome).toMatchObject({
    room: [],
    variables: [{ kind: "once", why: "it is made local by gr.local", preview: "Map(0) {}" }],
  });
  expect(shown(await one.call(["a"], "none"))).toEqual([1]);
  expect(shown(await one.call(["b"], "none"))).toEqual([2]);
});

test("after an edit of what made a State, it is made anew, unless a call has written it", async () => {
  const program =
    (length: number): Program =>
    (host) => {
      host.bind([]);
      const make = host.fn(0, () => Array.from({ length }, () => 0));
      const fn = (add: boolean, list: number[]) => (add && list.push(1), [list.length, list]);
      return {
        default: gr.Interface({ fn, inputs: [gr.Checkbox(), gr.State(make)], outputs: ["number", gr.State()] }),
      };
    };
  const madeBy = (made: string) => ({ functions: [{ ...variable("make"), writes: false, reaches: [], made }] });
  const one = setup(program(2));
  await one.load(madeBy("a"));
  expect(shown(await one.call([false]))).toEqual([2, "skip"]);
  const edited = setup(program(3), one.room, one.session);
  await edited.load(madeBy("b"));
  expect(shown(await edited.call([true]))).toEqual([4, "skip"]);
  const again = setup(program(9), one.room, one.session);
  await again.load(madeBy("c"));
  expect(shown(await again.call([false]))).toEqual([4, "skip"]);
});
