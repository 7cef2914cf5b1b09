import { expect, test } from "vitest";
import * as gr from "./index.ts";
import { connectTestPort } from "./port-for-tests.ts";

function setup() {
  const port = connectTestPort();
  port.startCall();
  const texts = () =>
    port.progress.map((levels) =>
      levels
        .map(({ index, length, unit, fraction, description }) =>
          [description, fraction, index === null ? null : `${index}/${length} ${unit}`]
            .filter((each) => each !== null)
            .join(" "),
        )
        .join(", "),
    );
  return { ...port, progress: gr.Progress(), texts };
}

test("a fraction, steps, a description alone and nothing are passed on", () => {
  const { progress, texts } = setup();
  progress(0.3, { desc: "Loading" });
  progress([3, 10], { unit: "files" });
  progress([3]);
  progress([4], { total: 8 });
  progress(0.5, "Half");
  progress(null);
  progress(Number.NaN);
  expect(texts()).toEqual(["Loading 0.3", "3/10 files", "3/null steps", "4/8 steps", "Half 0.5", "", ""]);
});

test("the steps of a loop are counted, after each of them", () => {
  const { progress, texts } = setup();
  expect([...progress.tqdm(["a", "b"], { desc: "Letters" })]).toEqual(["a", "b"]);
  expect(texts()).toEqual(["Letters 0/2 steps", "Letters 1/2 steps", "Letters 2/2 steps"]);
});

test("loops inside one another are shown together, and a call within them last", () => {
  const { progress, texts } = setup();
  for (const outer of progress.tqdm([1, 2], "outer"))
    for (const inner of progress.tqdm(new Set([1]), "inner")) progress(inner / outer, "call");
  expect(texts()).toEqual([
    "outer 0/2 steps",
    "outer 0/2 steps, inner 0/1 steps",
    "outer 0/2 steps, inner 0/1 steps, call 1",
    "outer 0/2 steps, inner 1/1 steps",
    "outer 1/2 steps",
    "outer 1/2 steps, inner 0/1 steps",
    "outer 1/2 steps, inner 0/1 steps, call 0.5",
    "outer 1/2 steps, inner 1/1 steps",
    "outer 2/2 steps",
  ]);
});

test("a loop that is left early is no longer counted", () => {
  const { progress, texts } = setup();
  for (const each of progress.tqdm([1, 2, 3])) if (each === 2) break;
  expect(() => {
    for (const each of progress.tqdm([1])) throw new Error(`${each}`);
  }).toThrow("1");
  progress(1);
  expect(texts().at(-1)).toBe("1");
});

test("async iterables are followed as they come, and may have any length", async () => {
  const { progress, texts } = setup();
  async function* lines() {
    yield "a";
    yield "b";
  }
  const seen: string[] = [];
  for await (const line of progress.tqdm(lines(), { unit: "lines" })) seen.push(line);
  for (const _ of progress.tqdm([1].values(), { total: 1 })) seen.push("c");
  expect(seen).toEqual(["a", "b", "c"]);
  expect(texts()).toEqual(["0/null lines", "1/null lines", "2/null lines", "0/1 steps", "1/1 steps"]);
});

test("it speaks for the call in which it was made, and one made before any for the one that runs", () => {
  const port = connectTestPort();
  const shared = gr.Progress({ trackTqdm: true });
  shared(0.1);
  const [first, second]: [unknown[], unknown[]] = [[], []];
  port.startCall(first as never);
  const own = gr.Progress();
  port.startCall(second as never);
  own(0.2);
  shared(0.3);
  expect([port.progress.length, first.length, second.length]).toEqual([0, 1, 1]);
});

test("what is no progress is refused in words", () => {
  const { progress } = setup();
  const refuse = (wrong: () => unknown) => expect(wrong).toThrowError(TypeError);
  const given = (value: unknown, options?: unknown) => () => Reflect.apply(progress, undefined, [value, options]);
  refuse(given("half"));
  refuse(given([1, 2, 3]));
  refuse(given(undefined));
  expect(given(0.5, { descr: "x" })).toThrow('"descr" is no option of progress. Did you mean "desc"?');
  expect(given(0.5, { description: "x" })).toThrow('It is called "desc" here.');
  expect(() => Reflect.apply(progress.tqdm, undefined, [7])).toThrow(
    "progress.tqdm takes a list or another iterable, but this is the number 7",
  );
  expect(() => Reflect.apply(gr.Progress, undefined, [{ track_tqdm: true }])).toThrow('It is called "trackTqdm" here.');
});
