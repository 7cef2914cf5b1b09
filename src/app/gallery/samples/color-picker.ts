// Samples of ColorPicker.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

export const colorPicker: Samples = {
  inputs: {
    empty: { options: { info: "Behind the text" } },
    filled: { options: { value: "#ff8800" } },
    error: { typed: "orangish" },
    disabled: { options: { value: "#0088ff" } },
    long: { options: { label: longLabel, info: longText, value: "rgb(0, 128, 64)" } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: "#ffffff" } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: "#F80" },
    error: { returned: "rgba(0, 0, 0, 0.5)" },
    disabled: { returned: "#0088ff" },
    long: { options: { label: longLabel }, returned: "rgba(255, 255, 255, 1)" },
    "right-to-left": { options: { label: arabic.label }, returned: "#663399" },
  },
};
