// README.md and ARCHITECTURE.md against the source: a document that a check can prove wrong stays right.

import { expect, test } from "vitest";

const documents: Record<string, string> = import.meta.glob(["../*.md", "../package.json"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const programs: Record<string, string> = import.meta.glob("./examples/score-tracker.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const files = Object.keys(import.meta.glob("./*/**/*.{ts,tsx,js,json}"));
const linkable = Object.keys(import.meta.glob(["../*.md", "../public/*"]));
const names = ["README.md", "ARCHITECTURE.md"];

test("the folder table of ARCHITECTURE.md lists exactly the folders under src", () => {
  expect(foldersIn(documentNamed("ARCHITECTURE.md"))).toEqual(foldersOf(files));
});

test("the program in README.md is the example, character for character", () => {
  const [, program] = /```ts\n(.*?)```/s.exec(documentNamed("README.md")) ?? [];
  expect(program).toBe(programs["./examples/score-tracker.ts"]);
});

test.each(names)("every path of src that %s names is there", (name) => {
  expect(codeIn(documentNamed(name)).filter((code) => !isThere(code))).toEqual([]);
});

test.each(names)("every npm script that %s names is there", (name) => {
  const { scripts } = JSON.parse(documentNamed("package.json")) as { readonly scripts: object };
  const named = codeIn(documentNamed(name)).flatMap((code) => /^npm run ([\w:-]+)/.exec(code)?.[1] ?? []);
  expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
});

test.each(names)("every file that %s links to is there", (name) => {
  const links = [...documentNamed(name).matchAll(/\]\(([^):]+)\)/g)].map(([, target]) => `../${target ?? ""}`);
  expect(links.filter((link) => !linkable.includes(link))).toEqual([]);
});

function documentNamed(name: string): string {
  const text = documents[`../${name}`];
  if (text === undefined) throw new Error(`${name} is missing.`);
  return text;
}

/** What stands between single backquotes. */
function codeIn(markdown: string): string[] {
  return [...markdown.replace(/```.*?```/gs, "").matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? "");
}

/** Whether a path is one of src, with or without its extension; `<kind>` stands for any name. What is no path counts. */
function isThere(code: string): boolean {
  const path = code.replace(/^src\//, "");
  const isPath = /^[\w.<>-]+(?:\/[\w.<>-]*)+$/.test(path) && foldersOf(files).includes(path.split("/")[0] ?? "");
  if (!isPath && path === code) return true;
  const pattern = path.replaceAll(".", "\\.").replaceAll(/<\w+>/g, "[^/]+");
  const ending = path.endsWith("/") ? "" : /\.\w+$/.test(path) ? "$" : "(?:\\.tsx?$|/)";
  return files.some((file) => new RegExp(`^\\./${pattern}${ending}`).test(file));
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
