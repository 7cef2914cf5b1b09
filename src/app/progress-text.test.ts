import { expect, test } from "vitest";
import type { ProgressLevel } from "../protocol/progress.ts";
import { detailText, progressShare, stepsText } from "./progress-text.ts";

const level = (said: Partial<ProgressLevel>): ProgressLevel => ({
  index: null,
  length: null,
  unit: "steps",
  fraction: null,
  description: null,
  ...said,
});

test.each<[string, ProgressLevel[], [string, string, number | null]]>([
  ["nothing", [], ["", "", null]],
  ["a fraction", [level({ fraction: 0.3, description: "Loading" })], ["", "Loading - 30.0%", 0.3]],
  ["steps", [level({ index: 3, length: 10 })], ["3/10 steps", "30.0%", 0.3]],
  ["steps of an unknown number", [level({ index: 12_000, unit: "rows" })], ["12,000 rows", "", null]],
  [
    "levels",
    [level({ index: 1, length: 2, description: "Pages", unit: "pages" }), level({ index: 1, length: 4 })],
    ["1/2 pages | 1/4 steps", "Pages - 50.0% / 25.0%", 0.25],
  ],
  ["a description alone", [level({ description: "Starting" })], ["", "Starting", null]],
  ["no steps at all", [level({ index: 0, length: 0 })], ["0/0 steps", "", null]],
  ["more than all", [level({ fraction: 7 })], ["", "100.0%", 1]],
  ["less than nothing", [level({ index: -1, length: 10 })], ["-1/10 steps", "0.0%", 0]],
])("%s", (_, levels, [steps, detail, share]) => {
  expect([stepsText(levels), detailText(levels), progressShare(levels)]).toEqual([steps, detail, share]);
});
