// Samples of Checkbox.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

export const checkbox: Samples = {
  inputs: {
    empty: { options: { info: "Until you close this tab" } },
    filled: { options: { value: true } },
    error: { typed: "yes" },
    disabled: { options: { value: true } },
    long: { options: { label: longLabel, info: longText } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: true } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: true },
    error: { returned: "yes" },
    disabled: { returned: true },
    long: { options: { label: longLabel }, returned: false },
    "right-to-left": { options: { label: arabic.label }, returned: true },
  },
};
