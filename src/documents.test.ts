// README.md and ARCHITECTURE.md against the source: a document that a check can prove wrong stays right.

import { expect, test } from "vitest";

const documents: Record<string, string> = import.meta.glob("../*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});
const programs: Record<string, string> = import.meta.glob("./examples/score-tracker.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const files = Object.keys(import.meta.glob("./*/**/*.{ts,tsx,js}"));

test("the folder table of ARCHITECTURE.md lists exactly the folders under src", () => {
  expect(foldersIn(documentNamed("ARCHITECTURE.md"))).toEqual(foldersOf(files));
});

test("the program in README.md is the example, character for character", () => {
  const [, program] = /```ts\n(.*?)```/s.exec(documentNamed("README.md")) ?? [];
  expect(program).toBe(programs["./examples/score-tracker.ts"]);
});

function documentNamed(name: string): string {
  const text = documents[`../${name}`];
  if (text === undefined) throw new Error(`${name} is missing.`);
  return text;
}

/** First cells of the table whose first heading is "folder". */
function foldersIn(markdown: string): string[] {
  const lines = markdown.split("\n");
  const start = lines.findIndex((line) => /^\| *folder *\|/i.test(line));
  if (start < 0) throw new Error('ARCHITECTURE.md has no table whose first column is "folder".');
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  const rows = lines.slice(start + 2, end < 0 ? lines.length : end);
  return rows.map((row) => row.split("|")[1]?.replaceAll("`", "").trim() ?? "").toSorted();
}

function foldersOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => path.split("/")[1] ?? ""))].toSorted();
}
