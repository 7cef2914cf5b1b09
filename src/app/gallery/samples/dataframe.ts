// Samples of Dataframe.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const typed = {
  headers: ["Item", "Cost", "Deductible", "Bought"],
  datatype: ["str", "number", "bool", "date"],
};
const rows = [
  ["Suit", 5000, true, new Date("2025-03-01")],
  ["Laptop (for work)", 800, false, new Date("2025-05-12")],
  ["Car", 1800, true, null],
];
const wide = Array.from({ length: 3 }, (_, row) =>
  Object.fromEntries(Array.from({ length: 200 }, (__, column) => [`column ${column}`, row * column])),
);
const many = Array.from({ length: 100_000 }, (_, id) => ({ id, name: `row ${id}`, half: id / 2 }));

export const dataframe: Samples = {
  inputs: {
    empty: { options: { headers: ["Name", "Age"], rowCount: 2 } },
    filled: { options: { ...typed, value: rows } },
    error: {
      options: { ...typed },
      typed: { headers: typed.headers, columns: [["Suit"], ["cheap"], [true], ["some day"]] },
    },
    disabled: { options: { ...typed, value: rows, staticColumns: [0, 1, 2, 3], rowCount: [3, "fixed"] } },
    long: { options: { label: longLabel, value: [[longText, longText]], headers: [longLabel] } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: [[arabic.text, 1815]] } },
  },
  outputs: {
    empty: { returned: null },
    filled: { options: { ...typed }, returned: rows },
    error: { returned: "no table" },
    disabled: { returned: rows },
    long: { options: { label: longLabel, wrap: true, maxHeight: 200 }, returned: [[longText, longText]] },
    "right-to-left": { options: { label: arabic.label }, returned: [{ [arabic.label]: arabic.text }] },
  },
  more: {
    "search, filters, row numbers": {
      options: { ...typed, value: rows, showSearch: "filter", showRowNumbers: true },
    },
    "100,000 rows": { options: { showSearch: "search", maxHeight: 260 }, returned: many },
    "200 columns, two pinned": { options: { pinnedColumns: 2 }, returned: wide },
    "Markdown and HTML": {
      options: { datatype: ["markdown", "html"] },
      returned: [["**bold** and `code`", "<em>soft</em> <a href='https://example.com'>link</a>"]],
    },
    "no rows": { options: { ...typed }, returned: [] },
  },
};
