// Samples of File.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const table = { name: "table.csv", content: "year,works\n1843,1" };
const many = Array.from({ length: 250 }, (_, index) => ({ name: `page-${index}.html`, content: "x".repeat(index) }));

export const file: Samples = {
  inputs: {
    empty: { options: { info: "A table with a line of names", fileTypes: [".csv"] } },
    filled: { options: { value: table } },
    error: { options: { fileTypes: [".csv"] }, typed: [new File(["x"], "photo.png", { type: "image/png" })] },
    disabled: { options: { value: table } },
    long: {
      options: { label: longLabel, info: longText, fileCount: "multiple", value: many, height: 200 },
    },
    "right-to-left": {
      options: { label: arabic.label, info: arabic.info, value: { name: `${arabic.text}.csv`, content: "" } },
    },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: [table, { name: "notes.txt", content: "Note G" }] },
    error: { returned: "table.csv" },
    disabled: { returned: table },
    long: { options: { label: longLabel }, returned: { name: `${"unbroken".repeat(30)}.csv`, content: "" } },
    "right-to-left": { options: { label: arabic.label }, returned: { name: `${arabic.text}.csv`, content: "" } },
  },
  more: { "a folder": { options: { fileCount: "directory" } } },
};
