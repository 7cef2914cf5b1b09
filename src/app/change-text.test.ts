import { expect, test } from "vitest";
import { changeText } from "./change-text.ts";

test.each([
  ["short values stand whole", "[3]", "[3, 9]", "[3]", "[3, 9]"],
  [
    "long ones begin at the key that changed, and the old one ends with it",
    '{theme: "light", size: 12, colours: ["red"]}',
    '{theme: "light", size: 17, colours: ["red"]}',
    "…size: 12…",
    '…size: 17, colours: ["red"]}',
  ],
  [
    "what was added to a list has nothing before it",
    "[1000, 2000, 3000, 4000, 5000]",
    "[1000, 2000, 3000, 4000, 5000, 6000]",
    "…5000…",
    "…5000, 6000]",
  ],
  [
    "a change at the beginning leaves nothing out there",
    "a".repeat(30),
    `b${"a".repeat(30)}`,
    "a".repeat(30),
    `b${"a".repeat(30)}`,
  ],
  ["what looks the same is left as it is", "x".repeat(30), "x".repeat(30), "x".repeat(30), "x".repeat(30)],
])("%s", (_, was, now, oldText, newText) => {
  expect(changeText(was, now)).toEqual({ was: oldText, now: newText });
});
