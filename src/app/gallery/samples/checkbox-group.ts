// Samples of CheckboxGroup.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const choices = ["USA", "Japan", ["The Netherlands", "NL"]];

export const checkboxGroup: Samples = {
  inputs: {
    empty: { options: { choices, info: "Where to go" } },
    filled: { options: { choices, value: ["USA", "NL"] } },
    error: { options: { choices }, typed: ["Atlantis"] },
    disabled: { options: { choices, value: ["Japan"] } },
    long: { options: { label: longLabel, choices: [longText, ...Array(20).keys()], value: [3] } },
    "right-to-left": {
      options: { label: arabic.label, info: arabic.info, choices: [arabic.text, "نعم"], value: "نعم" },
    },
  },
  outputs: {
    empty: { options: { choices }, returned: null },
    filled: { options: { choices }, returned: ["Japan", "NL"] },
    error: { options: { choices }, returned: ["Atlantis"] },
    disabled: { options: { choices }, returned: ["USA"] },
    long: { options: { label: longLabel, choices: [longText, "short"] }, returned: [longText] },
    "right-to-left": { options: { label: arabic.label, choices: ["نعم", "لا"] }, returned: ["لا"] },
  },
  more: { "with all at once": { options: { choices, value: ["USA"], showSelectAll: true } } },
};
