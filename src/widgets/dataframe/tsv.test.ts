import fc from "fast-check";
import { expect, test } from "vitest";
import { fromTsv, toTsv } from "./tsv.ts";

test.each([
  [
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["one", [["one"]]],
  ["", [[""]]],
  ["a\t\nb", [["a", ""], ["b"]]],
  ['"with ""quotes""\tand\nmore"\tb', [['with "quotes"\tand\nmore', "b"]]],
  ['5" pipe\tb', [['5" pipe', "b"]]],
  ['"not closed\tb', [['"not closed', "b"]]],
])("%j is read as a spreadsheet writes it", (text, rows) => {
  expect(fromTsv(text)).toEqual(rows);
});

test("what is copied is pasted as it was", () => {
  const width = fc.integer({ min: 2, max: 4 });
  const rows = width.chain((length) =>
    fc.array(
      fc.array(fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", " ") }), {
        minLength: length,
        maxLength: length,
      }),
      {
        minLength: 1,
      },
    ),
  );
  fc.assert(
    fc.property(rows, (cells) => {
      expect(fromTsv(toTsv(cells))).toEqual(cells);
    }),
  );
});
