import { expect, test } from "vitest";
import { hashSource } from "./hash-source.ts";

test("a text has the same hash for ever", () => {
  expect(hashSource("")).toBe("0wvjl67o8031ykontzvmuk");
  expect(hashSource("let a = 1")).toBe(hashSource("let a = 1"));
});

test("hashes are 22 characters that are safe in an address", () => {
  for (const text of ["", "a", "ä".repeat(1000), "\ud800"]) expect(hashSource(text)).toMatch(/^[0-9a-z]{22}$/);
});

test("similar texts have different hashes", () => {
  const hashes = new Set(Array.from({ length: 20_000 }, (_, i) => hashSource(`const x = ${i};`)));
  expect(hashes.size).toBe(20_000);
});
