import { expect, test } from "vitest";
import { toTable } from "../../spec/table.ts";
import { describePlot, roomAtEnd } from "./describe-plot.ts";
import { toPlotData } from "./plot-data.ts";
import type { PlotOptions } from "./plot-options.ts";
import { toStretch } from "./stretch.ts";

function setup(value: unknown, options: Partial<PlotOptions> = {}) {
  const read = toTable(value);
  if (!read.ok || !read.value) throw new Error("A test gives a table.");
  const all: PlotOptions = {
    mark: "line",
    x: "x",
    y: "y",
    color: "",
    size: "",
    xBin: null,
    binsTime: false,
    yAggregate: null,
    sort: null,
    xLim: [null, null],
    yLim: [null, null],
    ...options,
  };
  const data = toPlotData(read.value, all);
  const points = data.series.map(({ name, points: own }) => [name, own.map(({ x, y }) => [x, y])]);
  return { data, points, words: describePlot(data, all.mark) };
}

test("a line goes from left to right, with gaps where there is no number", () => {
  const { points, data } = setup([
    { x: 2, y: 20 },
    { x: 1, y: Number.NaN },
    { x: 0, y: 5 },
    { x: null, y: 7 },
  ]);
  expect(points).toEqual([
    [
      "",
      [
        [0, 5],
        [1, null],
        [2, 20],
      ],
    ],
  ]);
  expect(data.leftOut).toBe(1);
});

test("points without a number are left out, and that is said", () => {
  const { points, words } = setup({ x: [1, 2, "a"], y: [Infinity, 4, 5] }, { mark: "point" });
  expect(points).toEqual([["", [[2, 4]]]]);
  expect(words).toContain("2 rows have no number there and are left out.");
});

test("without names, the first column is x and the second y", () => {
  expect(
    setup(
      [
        [1, 2],
        [3, 4],
      ],
      { x: "", y: "" },
    ).points,
  ).toEqual([
    [
      "",
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ]);
  expect(setup({ a: [1], b: [2] }, { x: "b", y: "" }).points).toEqual([["", [[2, 1]]]]);
});

test("a color tells series apart, in the order in which they come", () => {
  const { points, words } = setup({ x: [1, 1, 2], y: [1, 2, 3], c: ["b", "a", "b"] }, { color: "c" });
  expect(points).toEqual([
    [
      "b",
      [
        [1, 1],
        [2, 3],
      ],
    ],
    ["a", [[1, 2]]],
  ]);
  expect(words).toBe("Line plot of y by x, 2 series: b, a. 3 points. x from 1 to 2. y from 1 to 3.");
});

test("many numbers as color are steps of a scale, few are names", () => {
  const xs = Array.from({ length: 60 }, (_, i) => i);
  const many = setup({ x: xs, y: xs, c: xs }, { mark: "point", color: "c" });
  expect(many.data.isScale).toBe(true);
  expect(many.data.series.map(({ name }) => name)).toEqual([
    "0 – 10",
    "10 – 20",
    "20 – 30",
    "30 – 40",
    "40 – 50",
    "50 – 60",
  ]);
  const few = setup({ x: xs, y: xs, c: xs.map((i) => i % 3) }, { mark: "point", color: "c" });
  expect(few.data.series.map(({ name }) => name)).toEqual(["0", "1", "2"]);
});

test("categories add up, unless they are to be put together otherwise", () => {
  const value = { x: ["b", "a", "b"], y: [1, 5, 4] };
  expect(setup(value, { mark: "bar" }).points).toEqual([
    [
      "",
      [
        [0, 5],
        [1, 5],
      ],
    ],
  ]);
  expect(setup(value, { mark: "bar", yAggregate: "mean" }).points).toEqual([
    [
      "",
      [
        [0, 2.5],
        [1, 5],
      ],
    ],
  ]);
  expect(setup(value, { mark: "bar", yAggregate: "count" }).points).toEqual([
    [
      "",
      [
        [0, 2],
        [1, 1],
      ],
    ],
  ]);
  expect(setup(value, { mark: "line", yAggregate: "max" }).points).toEqual([
    [
      "",
      [
        [0, 4],
        [1, 5],
      ],
    ],
  ]);
  // Points are each their own.
  expect(setup(value, { mark: "point" }).points).toEqual([
    [
      "",
      [
        [0, 1],
        [0, 4],
        [1, 5],
      ],
    ],
  ]);
});

test.each([
  ["x", ["a", "b", "c 2", "c 10"]],
  ["-x", ["c 10", "c 2", "b", "a"]],
  ["y", ["b", "c 2", "a", "c 10"]],
  ["-y", ["c 10", "a", "c 2", "b"]],
  [
    ["c 2", "nowhere", "a"],
    ["c 2", "a", "b", "c 10"],
  ],
] as const)("sorted by %j", (sort, categories) => {
  const { data } = setup({ x: ["b", "c 10", "a", "c 2"], y: [1, 9, 3, 2] }, { mark: "bar", sort });
  expect(data.categories).toEqual(categories);
  expect(data.series[0]?.points.map(({ x }) => x)).toEqual([0, 1, 2, 3]);
});

test("bins put numbers and times together", () => {
  expect(setup({ x: [1, 4, 12], y: [1, 2, 3] }, { xBin: 10 }).points).toEqual([
    [
      "",
      [
        [0, 3],
        [10, 3],
      ],
    ],
  ]);
  const hour = 3_600_000;
  const times = ["2025-01-01T10:10:00Z", "2025-01-01T10:50:00Z", "2025-01-01T12:00:00Z"];
  const { points, data } = setup({ x: times, y: [1, 3, 5] }, { xBin: hour, binsTime: true, yAggregate: "mean" });
  const ten = Date.parse("2025-01-01T10:00:00Z");
  expect(points).toEqual([
    [
      "",
      [
        [ten, 2],
        [ten + 2 * hour, 5],
      ],
    ],
  ]);
  expect(data.xKind).toBe("time");
});

test("nothing, and a single point, are described too", () => {
  expect(setup([]).words).toBe("Line plot, empty.");
  expect(setup([{ x: new Date("2025-12-31"), y: 0.1 + 0.2 }]).words).toBe(
    "Line plot of y by x. 1 point. x from 2025-12-31 to 2025-12-31. y from 0.3 to 0.3.",
  );
});

test("a stretch is given as a function knows it", () => {
  const numbers = setup({ x: [1], y: [1] }).data;
  expect(toStretch(numbers, [0.5, 1.5])).toEqual([0.5, 1.5]);
  expect(toStretch(setup({ x: [new Date(5)], y: [1] }).data, [5, 9.4])).toEqual([new Date(5), new Date(9)]);
  const names = setup({ x: ["a", "b", "c"], y: [1, 2, 3] }).data;
  expect(toStretch(names, [0.4, 2.3])).toEqual(["b", "c"]);
  expect(toStretch(names, [1.2, 1.7])).toBe(null);
  expect(toStretch(names, [-3, 9])).toEqual(["a", "c"]);
});

test("beside a plot there is room for half of the label under the end of its axis", () => {
  const numbers = setup([{ x: 0, y: 1 }]).data;
  expect([9, 100, 100_000, -1_234_567].map((end) => roomAtEnd(numbers, end))).toEqual([10, 13, 27, 37]);
  expect(roomAtEnd(setup([{ x: "a", y: 1 }]).data, 100_000)).toBe(10);
});
