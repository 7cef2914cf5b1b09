import { expect, test } from "vitest";
import type { FlaggedCall } from "../drafts/flag-log.ts";
import { toCsv, toFlagTable } from "./flag-csv.ts";

const call = (cells: Record<string, unknown> | FlaggedCall["cells"], option = ""): FlaggedCall => ({
  id: "i",
  timeMs: 0,
  fn: "add",
  option,
  cells: Array.isArray(cells) ? cells : Object.entries(cells).map(([label, value]) => ({ label, value })),
});
const csv = (...calls: readonly FlaggedCall[]) => toCsv(toFlagTable(calls)).split("\r\n");

test("inputs, outputs, what was said and when stand in columns", () => {
  expect(csv(call({ a: 1, b: "x", output: [1, { c: 2n }] }, "wrong"), call({ a: 2, b: null, output: true }))).toEqual([
    "a,b,output,flag,timestamp",
    '1,x,"[1,{""c"":""2""}]",wrong,1970-01-01T00:00:00.000Z',
    "2,,true,,1970-01-01T00:00:00.000Z",
  ]);
});

test("quotes, commas and line breaks stay in their cell", () => {
  expect(csv(call({ a: 'say "hi", then\nleave' }))[1]).toBe('"say ""hi"", then\nleave",,1970-01-01T00:00:00.000Z');
});

test("a text that a spreadsheet would calculate is a text", () => {
  const cell = (a: string) => csv(call({ a }))[1]?.split(",")[0];
  expect(["=1+1", "+x", "-2", "@sum", "-x"].map(cell)).toEqual(["'=1+1", "'+x", "-2", "'@sum", "'-x"]);
});

test("columns of an app that has changed, and labels that come twice, are kept apart", () => {
  const twice = [
    { label: "n", value: 1 },
    { label: "n", value: 2 },
  ];
  expect(csv(call(twice), call({ n: 3, m: 4 }))).toEqual([
    "n,n (2),m,flag,timestamp",
    "1,2,,,1970-01-01T00:00:00.000Z",
    "3,,4,,1970-01-01T00:00:00.000Z",
  ]);
});

test("files are named", () => {
  const picture = new File(["12345"], "a.png", { type: "image/png" });
  expect(csv(call({ a: picture, b: new Blob(["abc"]), c: [picture] }))[1]).toBe(
    'a.png,"file, 3 bytes","[""a.png""]",,1970-01-01T00:00:00.000Z',
  );
});
