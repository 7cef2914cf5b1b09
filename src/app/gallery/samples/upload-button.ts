// Samples of UploadButton. It shows nothing of its value.

import { arabic, longLabel } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

export const uploadButton: Samples = {
  inputs: {
    empty: {},
    filled: { options: { label: "Another table", value: { name: "table.csv", content: "" } } },
    error: { options: { label: "Load a table" }, typed: null },
    disabled: {},
    long: { options: { label: longLabel } },
    "right-to-left": { options: { label: arabic.label } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: { name: "table.csv", content: "" } },
    error: { returned: "table.csv" },
    disabled: { returned: null },
    long: { options: { label: longLabel }, returned: null },
    "right-to-left": { options: { label: arabic.label }, returned: null },
  },
};
