import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlaygroundFile, parsePlaygrounds, writePlayground, writePlaygrounds } from "./playground-file.ts";

const draft = {
  id: "abcdefgh12345678",
  title: "Mine",
  named: true,
  beganAs: "Score tracker",
  source: "const a = 1;",
  chars: 12,
  created: Date.UTC(2026, 0, 1),
  updated: Date.UTC(2026, 0, 2, 3, 4, 5, 6),
  from: "link:x",
  revision: 3,
  writer: "tab",
  deleted: null,
};
const { id, title, named, source, created, updated } = draft;

function reason(text: string): string {
  const parsed = parsePlaygrounds(text);
  return parsed.ok ? `read ${parsed.value.found.length}` : parsed.error;
}

test("what is written comes back, without what is this browser's own", () => {
  const text = writePlaygrounds([draft]);
  expect(isPlaygroundFile(text)).toBe(true);
  expect(parsePlaygrounds(text)).toEqual({
    ok: true,
    value: { found: [{ id, title, named, source, created, updated }], refused: 0, state: null },
  });
});

test("a single one brings its state along, several bring none", () => {
  const text = writePlayground({ id, title, source, state: '{"global":[1]}', time: updated });
  expect(isPlaygroundFile(text)).toBe(true);
  expect(parsePlaygrounds(text)).toMatchObject({
    ok: true,
    value: { found: [{ id, title, source }], state: '{"global":[1]}' },
  });
  expect(parsePlaygrounds(writePlayground({ id, title, source, state: null, time: 0 }))).toMatchObject({
    value: { state: null },
  });
  const { playgrounds } = JSON.parse(text) as { playgrounds: object[] };
  const two = JSON.stringify({ ...JSON.parse(text), playgrounds: [...playgrounds, ...playgrounds] });
  expect(parsePlaygrounds(two)).toMatchObject({ value: { state: null } });
});

test.each([
  ["", "holds no playgrounds"],
  ["const a = 1;", "holds no playgrounds"],
  ["[]", "holds no playgrounds"],
  ['{"format":"interstate playgrounds","version":2,"playgrounds":[]}', "written by a newer version"],
  ['{"format":"interstate playgrounds","version":1}', "the list of them is missing"],
  ['{"format":"something else","playgrounds":[]}', "holds no playgrounds"],
  [writePlaygrounds([draft]).slice(0, -20), "holds no playgrounds"],
])("the file %.40s gives a reason for people", (text, words) => {
  expect(reason(text)).toContain(words);
});

test("entries that are no playgrounds are left out and counted", () => {
  const entries = [
    { id, title, source, created: "2026-01-01", updated: "2026-01-02" },
    { id, title, source: "twice", created: "2026-01-01", updated: "2026-01-02" },
    { id: "../../etc", title, source, created: "2026-01-01", updated: "2026-01-02" },
    { id: "bcdefghi12345678", title, source: 5, created: "2026-01-01", updated: "2026-01-02" },
    { id: "cdefghij12345678", title, source, created: "never", updated: "2026-01-02" },
    { id: "defghijk12345678", title, source: "x".repeat(1_000_001), created: "2026-01-01", updated: "2026-01-02" },
    null,
    "text",
  ];
  const parsed = parsePlaygrounds(
    JSON.stringify({ format: "interstate playgrounds", version: 1, playgrounds: entries }),
  );
  expect(parsed).toMatchObject({ ok: true, value: { found: [{ id, named: false }], refused: 7 } });
});

test("no text makes reading throw", () => {
  const json = fc.json().map((text) => `{"format":"interstate playgrounds","version":1,"playgrounds":[${text}]}`);
  fc.assert(fc.property(fc.oneof(json, fc.string()), (text) => void parsePlaygrounds(text)));
});
