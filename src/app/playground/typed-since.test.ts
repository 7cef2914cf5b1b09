import { expect, test } from "vitest";
import { typedSince } from "./typed-since.ts";

test("a field that is emptied keeps what was typed since the call began", () => {
  expect(typedSince("", "Hello", "Hello")).toBe("");
  expect(typedSince("", "Hello", "Hello there")).toBe(" there");
  expect(typedSince("", "Hello", "Bye")).toBe("Bye");
  // Emptied already, it is emptied again.
  expect(typedSince("", "", "apple")).toBe("apple");
});

test("what a function says otherwise counts", () => {
  expect(typedSince("HELLO", "hello", "hello there")).toBe("HELLO");
  expect(typedSince(null, 1, 2)).toBeNull();
});

test("files that were attached since stay, too", () => {
  const [a, b] = [new File(["a"], "a.txt"), new File(["b"], "b.txt")];
  const held = { text: "Look", files: [a] };
  expect(typedSince({ text: "", files: [] }, held, { text: "Look", files: [a, b] })).toEqual({ text: "", files: [b] });
  expect(typedSince({ text: "", files: [] }, held, { text: "Look here", files: [] })).toEqual({
    text: " here",
    files: [],
  });
});
