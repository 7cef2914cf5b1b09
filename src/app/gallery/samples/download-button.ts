// Samples of DownloadButton. It shows nothing of its value.

import { arabic, longLabel } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const table = { name: "table.csv", content: "year,works\n1843,1" };

export const downloadButton: Samples = {
  inputs: {
    empty: {},
    filled: { options: { label: "Save the table", value: table } },
    // Nobody can enter a wrong one.
    error: { options: { variant: "stop" } },
    disabled: {},
    long: { options: { label: longLabel } },
    "right-to-left": { options: { label: arabic.label } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: table },
    error: { returned: 1 },
    disabled: { returned: table },
    long: { options: { label: longLabel }, returned: table },
    "right-to-left": { options: { label: arabic.label }, returned: table },
  },
};
