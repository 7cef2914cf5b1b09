// Samples of Number.

import { arabic, longLabel } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

export const number: Samples = {
  inputs: {
    empty: { options: { placeholder: "0 to 120", required: false } },
    filled: { options: { value: 36 } },
    error: { options: { min: 0, max: 10 }, typed: 11 },
    disabled: { options: { value: 36 } },
    long: { options: { label: longLabel, value: 1.234567890123456e-200 } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: 1815 } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: 42 },
    error: { returned: Number.NaN },
    disabled: { returned: 42 },
    long: { options: { label: longLabel }, returned: 9_007_199_254_740_991n },
    "right-to-left": { options: { label: arabic.label }, returned: -1815.5 },
  },
  more: { "as it was typed": { typed: "12 apples" } },
};
