import { expect, test } from "vitest";
import { diffTexts } from "./diff-texts.ts";

const shown = (from: string, to: string) =>
  diffTexts(from, to).map(({ kind, text }) => ({ same: " ", removed: "-", added: "+", gap: "@" })[kind] + text);

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}`);

test("what is the same has no difference", () => {
  expect(shown("a\nb\n", "a\nb\n")).toEqual([]);
});

test("what has changed is shown with three lines around it, and where that is", () => {
  const from = lines(20);
  expect(shown(from.join("\n"), from.with(9, "changed").join("\n"))).toEqual([
    "@line 7",
    " line 7",
    " line 8",
    " line 9",
    "-line 10",
    "+changed",
    " line 11",
    " line 12",
    " line 13",
  ]);
});

test("a missing line break at the end is no line", () => {
  expect(shown("a", "a\nb")).toEqual(["-a", "+a", "+b"]);
});

test("texts that have nothing in common are shown one after the other", () => {
  const [from, to] = [
    lines(3000).join("\n"),
    lines(3000)
      .reverse()
      .map((line) => `${line}!`)
      .join("\n"),
  ];
  const all = shown(from, to);
  expect([all.length, all[0], all.at(-1)]).toEqual([6000, "-line 1", "+line 1!"]);
});
