// Samples of Dataset.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const rows = [
  [5, "add", 3],
  [4, "divide", 2],
  [-4, "multiply", 2.5],
];
const headers = ["num1", "operation", "num2"];
const longRows = Array.from({ length: 23 }, (_, index) => [index, longText]);

export const dataset: Samples = {
  inputs: {
    empty: {},
    filled: { options: { samples: rows, headers } },
    error: { options: { samples: rows }, typed: 7 },
    disabled: { options: { samples: rows, headers } },
    long: { options: { label: longLabel, samples: longRows, headers: ["n", longLabel], samplesPerPage: 5 } },
    "right-to-left": {
      options: { label: arabic.label, samples: [[arabic.text, 1]], headers: [arabic.info, arabic.label] },
    },
  },
  outputs: {
    empty: { returned: null },
    filled: { options: { samples: rows, headers }, returned: 1 },
    error: { options: { samples: rows }, returned: "add" },
    disabled: { options: { samples: rows, headers }, returned: null },
    long: { options: { label: longLabel, samples: longRows, samplesPerPage: 5 }, returned: null },
    "right-to-left": { options: { label: arabic.label, samples: [[arabic.text, 1]] }, returned: null },
  },
  more: {
    "one value a row": { options: { samples: ["Paris", "Rome", longText, ""] } },
    "rows with names": { options: { samples: rows, sampleLabels: ["Sum", "Quotient", "Product"] } },
  },
};
