import { expect, test } from "vitest";
import { declareComponent, toComponent } from "../component-declaration.ts";
import { dataset } from "./dataset.ts";
import "../other-kinds.ts";

const make = (options: Readonly<Record<string, unknown>>) => ({
  id: 0,
  ...toComponent(declareComponent("dataset", undefined, options), "inputs[0]", {
    label: "Examples",
    interactive: true,
  }),
});

test("rows may be lists, or plain values where each has one", () => {
  expect(
    make({
      samples: [
        [1, "a"],
        [2, "b"],
      ],
    }).props["samples"],
  ).toEqual([
    [1, "a"],
    [2, "b"],
  ]);
  expect(make({ samples: ["a", null, 3] }).props["samples"]).toEqual([["a"], [null], [3]]);
  expect(make({}).props["samples"]).toEqual([]);
});

test.each([
  [{ samples: "a" }, /^inputs\[0\]\.samples must be a list/],
  [{ samples: [Array(300).fill(0)] }, /^inputs\[0\]\.samples\[0\] must be/],
  [{ samples: ["a"], sampleLabels: [] }, /^inputs\[0\]\.sampleLabels has 0 texts, but there are 1 samples/],
  [{ headers: [1] }, /^inputs\[0\]\.headers must be a list of texts/],
  [{ samples_per_page: 3 }, /It is called "samplesPerPage" here/],
])("%o is refused at its place", (options, message) => {
  expect(() => make(options)).toThrow(message);
});

test("a function receives the row that was chosen, its number, or both", () => {
  const samples = [
    [1, "a"],
    [2, "b"],
  ];
  const taken = (type: string, value: unknown) => dataset.preprocess(value, make({ samples, type }));
  expect(taken("values", 1)).toEqual({ ok: true, value: [2, "b"] });
  expect(taken("index", 1)).toEqual({ ok: true, value: 1 });
  expect(taken("tuple", 1)).toEqual({ ok: true, value: [1, [2, "b"]] });
  expect(taken("values", null)).toEqual({ ok: true, value: null });
  for (const wrong of [2, -1, 0.5, "1", {}]) expect(taken("values", wrong).ok).toBe(false);
});

test("as an output it takes the number of a row", () => {
  const component = make({ samples: [[1]] });
  expect(dataset.postprocess(0, component)).toEqual({ ok: true, value: 0 });
  expect(dataset.postprocess(null, component)).toEqual({ ok: true, value: null });
  expect(dataset.postprocess("a", component)).toMatchObject({ ok: false });
});
