import { expect, test } from "vitest";
import { estimateBytes } from "./byte-estimate.ts";

test("strings, numbers and bytes count about what they take", () => {
  const text = estimateBytes([["bind", "a", "x".repeat(10_000)]]);
  expect(text).toBeGreaterThan(10_000);
  expect(text).toBeLessThan(11_000);
  expect(estimateBytes([["fill", 1, ["bytes", new Uint8Array(5000)]]])).toBeGreaterThan(5000);
  expect(estimateBytes([["new", 1, ["atom", new Blob(["y".repeat(3000)])]]])).toBeGreaterThan(3000);
  expect(estimateBytes([["fill", 1, ["array", Array.from({ length: 300_000 }, () => 1)]]])).toBeGreaterThan(2_000_000);
});

test("above its limit it stops counting", () => {
  const parts = Array.from({ length: 1000 }, () => "x".repeat(1000));
  const bytes = estimateBytes([["fill", 1, ["array", parts]]], 5000);
  expect(bytes).toBeGreaterThan(5000);
  expect(bytes).toBeLessThan(20_000);
});
