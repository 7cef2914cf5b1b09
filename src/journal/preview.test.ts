import { describe, expect, it } from "vitest";
import { type Content, emptyGraph, type Operation } from "../protocol/operation.ts";
import { previewLines, previewText } from "./preview.ts";
import { Replica } from "./replica.ts";

function replicaOf(...contents: Content[]): Replica {
  const replica = Replica.from(emptyGraph);
  replica.apply([
    ...contents.map((content, i): Operation => ["new", i + 1, content]),
    ["slot", "it", { name: "it", first: 1, count: contents.length }, ["ref", 1]],
  ]);
  return replica;
}

const text = (...contents: Content[]): string => previewText(replicaOf(...contents), ["ref", 1], 80);

describe("a preview", () => {
  it("writes values as JavaScript would", () => {
    const atoms = (...values: (string | number | boolean | bigint | null | undefined)[]): string =>
      text(["array", values]);
    expect(atoms(9, -0, NaN, "a\n", true, null, undefined, 5n)).toBe('[9, -0, NaN, "a\\n", true, null, undefined, 5n]');
    expect(
      text([
        "object",
        [
          ["name", "a"],
          ["my key", 1],
          ["__proto__", 2],
        ],
      ]),
    ).toBe('{name: "a", "my key": 1, __proto__: 2}');
    expect(text(["map", [["a", 1]]])).toBe('Map(1) {"a" → 1}');
    expect(text(["set", [1, 2]])).toBe("Set(2) {1, 2}");
    expect(text(["date", 0])).toBe("Date 1970-01-01T00:00:00.000Z");
    expect(text(["date", NaN])).toBe("Invalid Date");
    expect(text(["array", [["hole"], 1]])).toBe("[(empty), 1]");
    expect(text(["bytes", new Uint8Array(3)])).toBe("Uint8Array(3 bytes)");
    expect(
      text(
        [
          "array",
          [
            ["ref", 2],
            ["ref", 3],
          ],
        ],
        ["atom", /a/g],
        ["atom", new Blob(["abc"], { type: "text/plain" })],
      ),
    ).toBe("[/a/g, Blob (3 bytes, text/plain)]");
  });

  it("shows cycles and cuts what is too long or too deep", () => {
    expect(text(["array", [["ref", 1], 1]])).toBe("[(circular), 1]");
    expect(text(["array", Array.from({ length: 1000 }, (_, i) => i)])).toMatch(/^\[0, 1, 2, .*…$/);
    expect(text(["array", ["x".repeat(10_000_000)]])).toHaveLength(80);
    const deep = Array.from({ length: 5000 }, (_, i): Content => ["array", i < 4999 ? [["ref", i + 2]] : []]);
    expect(previewText(replicaOf(...deep), ["ref", 1], 10_000)).toContain("…");
    expect(text(["array", [10n ** 5000n]])).toBe("[(a huge bigint)]");
  });

  it("writes over several lines", () => {
    expect(
      previewLines(
        replicaOf(
          [
            "object",
            [
              ["a", ["ref", 2]],
              ["b", ["ref", 3]],
            ],
          ],
          ["array", [1, 2]],
          ["array", []],
        ),
        ["ref", 1],
        500,
      ),
    ).toBe("{\n  a: [\n    1,\n    2\n  ],\n  b: []\n}");
  });
});
