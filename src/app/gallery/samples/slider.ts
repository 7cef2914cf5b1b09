// Samples of Slider.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

export const slider: Samples = {
  inputs: {
    empty: { options: { info: "In years" } },
    filled: { options: { value: 36 } },
    error: { options: { max: 10 }, typed: 11 },
    disabled: { options: { value: 36 } },
    long: { options: { label: longLabel, info: longText, min: -1e9, max: 1e9, value: 123_456_789.125 } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: 25 } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: 42 },
    error: { returned: 101 },
    disabled: { returned: 42 },
    long: { options: { label: longLabel, max: 1 }, returned: 1 / 3 },
    "right-to-left": { options: { label: arabic.label }, returned: 75 },
  },
  more: {
    "without reset": { options: { value: 50, showReset: false } },
    "as it was typed": { typed: "half" },
  },
};
