import { expect, test } from "vitest";
import { findPackage, type PackageNote, packageNote } from "./package-note.ts";

const a: PackageNote = { specifier: "npm:a", version: "1.2.3", pinned: "npm:a@1.2.3" };
const b: PackageNote = { specifier: "npm:a@^1/b.js", version: "1.2.3", pinned: "npm:a@1.2.3/b.js" };

test("a package is found where its name stands between quotes, and not beside it", () => {
  const line = `import x from 'npm:a@^1/b.js'; import y from "npm:a";`;
  const at = (column: number) => findPackage([a, b], line, 7, column, column)?.note.specifier;
  expect([at(1), at(13)]).toEqual([undefined, undefined]);
  expect([at(16), at(20), at(29)]).toEqual([b.specifier, b.specifier, b.specifier]);
  expect(at(40)).toBeUndefined();
  const found = findPackage([a, b], line, 7, line.length - 3, line.length - 3);
  expect(found?.note).toBe(a);
  expect(found?.range).toEqual({ startLineNumber: 7, startColumn: 47, endLineNumber: 7, endColumn: 52 });
  expect(line.slice(46, 51)).toBe("npm:a");
  expect(findPackage([], line, 7, 20, 20)).toBeNull();
});

test("the note says which version it is, and whether that may be another one elsewhere", () => {
  expect(packageNote(a)).toBe(
    "`npm:a` is **version 1.2.3** here, as when this playground first used it. Where a link to it is opened, it may be a newer one.",
  );
  expect(packageNote({ ...a, pinned: null })).toBe("`npm:a` is **version 1.2.3** here.");
  expect(packageNote({ ...a, version: null, pinned: null })).toMatch(/is what it was when/);
});
