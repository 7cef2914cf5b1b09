import { expect, test } from "vitest";
import type { StateKind, StateMark } from "../protocol/compiled.ts";
import { chipLabel, stateNote } from "./state-note.ts";

const range = { line: 1, column: 1, endLine: 1, endColumn: 2 };

function mark(kind: StateKind, name: string, why: string): StateMark {
  return { kind, name, why, range };
}

test("a chip bears the word of its kind", () => {
  const kinds: StateKind[] = ["global", "session", "browser", "once", "constant"];
  expect(kinds.map(chipLabel)).toEqual(["global", "session", "browser", "loaded once", "constant"]);
});

test("a note says what the name is, who sees it, and why", () => {
  expect(stateNote(mark("global", "scores", "because `trackScore` writes it"))).toBe(
    "`scores` is **global**: every tab of this browser shares it, other people do not.\n\nWhy: `trackScore` writes it.",
  );
});

test("a reason reads the same with and without because and full stop", () => {
  const notes = ["no function writes it", "because no function writes it", "Because no function writes it. "];
  expect(new Set(notes.map((why) => stateNote(mark("constant", "limit", why)))).size).toBe(1);
});

test("a note without a reason stops after the first sentence", () => {
  expect(stateNote(mark("session", "gr.State", ""))).toBe(
    "`gr.State` is **session state**: each user has their own, until their page is refreshed or closed.",
  );
});

test("a reason cannot become a link, an image or HTML", () => {
  const note = stateNote(mark("once", "model", "it holds ![a](https://b.example) and <b>c</b>"));
  expect(note).toContain("\\!\\[a\\]\\(https://b.example\\) and \\<b\\>c\\</b\\>");
});
