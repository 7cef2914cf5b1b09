import { expect, test } from "vitest";
import type { GraphData } from "../protocol/operation.ts";
import { estimateBytes } from "./byte-estimate.ts";
import { checksum } from "./checksum.ts";
import { fromParts, type Manifest, toParts } from "./snapshot.ts";

const data: GraphData = {
  nextId: 12,
  slots: [["a#1", { name: "a", first: 1, count: 1 }, ["ref", 1]]],
  containers: [
    [1, ["array", Array.from({ length: 1000 }, (_, i) => (i % 3 === 0 ? (["hole"] as const) : `item ${i}`))]],
    [2, ["object", Array.from({ length: 300 }, (_, i) => [`key ${i}`, ["ref", 3]] as const)]],
    [3, ["dict", []]],
    [
      9,
      [
        "array",
        ["@", "@1", "'", "'@1", "", "a@", undefined, null, NaN, -0, 5n, true, ["hole"], ["ref", 1], "x".repeat(99)],
      ],
    ],
    [
      10,
      [
        "map",
        [
          [["ref", 1], "@2"],
          ["@3", ["ref", 2]],
        ],
      ],
    ],
    [11, ["set", []]],
    [4, ["map", Array.from({ length: 300 }, (_, i) => [i, i] as const)]],
    [5, ["set", Array.from({ length: 300 }, (_, i) => i)]],
    [6, ["date", 5]],
    [7, ["bytes", new Uint8Array(5000)]],
    [8, ["atom", /x/]],
  ],
};

function manifestOf(parts: readonly (readonly unknown[])[]): Manifest {
  const { nextId, slots } = data;
  return { id: "s", epoch: "e", version: 1, nextId, slots, checksums: parts.map(checksum) };
}

function partsOf(partBytes: number): unknown[][] {
  return structuredClone([...toParts(data, partBytes)].map(({ values }) => [...values]));
}

test.each([1, 100, 2000, 1e9])("a graph comes back from parts of about %d bytes", (partBytes) => {
  const parts = partsOf(partBytes);
  expect(fromParts(manifestOf(parts), parts)).toEqual(data);
});

test("no part is much larger than asked for, except for what cannot be cut", () => {
  const parts = [...toParts(data, 2000)];
  expect(parts.length).toBeGreaterThan(8);
  expect(parts.filter(({ bytes }) => bytes > 2100)).toHaveLength(1);
  for (const { values, bytes } of parts) expect(estimateBytes(values)).toBeLessThan(2 * bytes);
});

test("parts that are missing, swapped or changed are not taken", () => {
  const parts = partsOf(2000);
  const manifest = manifestOf(parts);
  const [first, second, ...rest] = parts;
  if (!first || !second) throw new Error("too few parts");
  for (const wrong of [[second, ...rest], [second, first, ...rest], [first, [...second, 1], ...rest], []]) {
    expect(fromParts(manifest, wrong)).toBeNull();
  }
});
