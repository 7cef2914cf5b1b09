import { expect, test } from "vitest";
import { declareComponent, toComponent } from "../component-declaration.ts";
import { lineplot } from "./plots.ts";
import "../other-kinds.ts";

function setup(options: Record<string, unknown> = {}) {
  const declaration = declareComponent("lineplot", undefined, options);
  return { id: 0, ...toComponent(declaration, "outputs", { label: "Plot", interactive: false }) };
}

test("a plot takes any form of a table, and null empties it", () => {
  const table = { ok: true, value: { headers: ["x", "y"], columns: [[1], [2]] } };
  expect(lineplot.postprocess([{ x: 1, y: 2 }], setup())).toEqual(table);
  expect(lineplot.postprocess({ x: [1], y: [2] }, setup({ x: "x", y: "y" }))).toEqual(table);
  expect(lineplot.postprocess(null, setup({ x: "x" }))).toEqual({ ok: true, value: null });
  // A table of no rows has no columns.
  expect(lineplot.postprocess([], setup({ x: "x" })).ok).toBe(true);
});

test("a column that is not there is named, with those that are", () => {
  expect(lineplot.postprocess([{ a: 1, b: 2 }], setup({ y: "sales" }))).toEqual({
    ok: false,
    error: 'has no column "sales" for y; its columns are "a", "b"',
  });
});

test("what is no table is refused, from a function and from a worker", () => {
  expect(lineplot.postprocess("text", setup())).toMatchObject({ ok: false });
  expect(lineplot.isOutput({ headers: [], columns: [[1], []] }, setup())).toBe(false);
  expect(lineplot.checkInput(5, setup())).toBe("This is no table; it is the number 5.");
});

test("as an input it gives records", () => {
  const table = { headers: ["x"], columns: [[1, 2]] };
  expect(lineplot.preprocess(table, setup())).toEqual({ ok: true, value: [{ x: 1 }, { x: 2 }] });
});

test.each([
  [{ xBin: "1 hour" }, 'outputs.xBin must be a number above 0, a time such as "15m", "1h" or "1d"'],
  [{ xBin: 0 }, "outputs.xBin must be"],
  [{ yAggregate: "avg" }, 'outputs.yAggregate must be one of "sum", "mean"'],
  [{ xLim: [1] }, "outputs.xLim must be the least and the most"],
  [{ sort: "z" }, 'outputs.sort must be one of "x", "y", "-x", "-y"'],
  [{ colorMap: ["red"] }, "outputs.colorMap must be an object of colors by name"],
  [{ height: 5 }, "outputs.height must be a whole number from 40 to 4,000"],
  [{ x_bin: 1 }, 'It is called "xBin" here.'],
])("%j is a mistake with a place", (options, message) => {
  expect(() => setup(options)).toThrow(message);
});
