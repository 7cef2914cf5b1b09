import { expect, test } from "vitest";
import { sha256 } from "../../base/sha256.ts";
import { dictionaryNumbers, loadDictionary } from "./index.ts";
import released from "./released.json";

// A link names its dictionary for ever: if this fails, put the file back as it was, and train a further one.
test("a dictionary that was released is byte for byte as it was", async () => {
  const now = await Promise.all(
    Object.keys(released).map(async (number) => [number, sha256((await loadDictionary(number)) ?? new Uint8Array())]),
  );
  expect(Object.fromEntries(now)).toEqual(released);
});

test("a dictionary has a number of one character", () => {
  expect(dictionaryNumbers.filter((number) => !/^[0-9a-z]$/.test(number))).toEqual([]);
});
