import { expect, test } from "vitest";
import { messageOf } from "./call-errors.ts";

test.each([
  "Failed to fetch dynamically imported module: https://site.example/assets/fork-abc.js",
  "error loading dynamically imported module: https://site.example/assets/fork-abc.js",
  "Importing a module script failed.",
  "Unable to preload CSS for /assets/Tools-abc.css",
])("a part of the site that cannot be loaded is said in words: %s", (message) => {
  expect(messageOf(new TypeError(message))).toMatch(
    /^A part of Interstate .* could not be loaded\. Check the connection/,
  );
});

test("other errors speak for themselves", () => {
  expect(messageOf(new Error("No model today"))).toBe("No model today");
});
