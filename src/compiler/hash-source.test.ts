import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { hashSource } from "./hash-source.ts";

test("a text has the same hash for ever", () => {
  expect(hashSource("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4");
  expect(hashSource("let a = 1")).toBe(hashSource("let a = 1"));
});

test("a hash is one that nobody can find a second text for", () => {
  const text = 'import * as gr from "interstate"; // ä \u{1f600}';
  const standard = createHash("sha256").update(Buffer.from(text, "utf16le").swap16()).digest("hex");
  expect(hashSource(text)).toBe(standard.slice(0, 40));
});

test("hashes are 40 characters that are safe in an address", () => {
  for (const text of ["", "a", "ä".repeat(1000), "\ud800"]) expect(hashSource(text)).toMatch(/^[0-9a-f]{40}$/);
});

test("similar texts have different hashes", () => {
  const hashes = new Set(Array.from({ length: 5_000 }, (_, i) => hashSource(`const x = ${i};`)));
  expect(hashes.size).toBe(5_000);
  expect(hashSource("\ud800")).not.toBe(hashSource("\ufffd"));
});
