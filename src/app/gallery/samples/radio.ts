// Samples of Radio.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const choices = ["add", "subtract", ["multiply by", "multiply"]];

export const radio: Samples = {
  inputs: {
    empty: { options: { choices, info: "What to do with the two" } },
    filled: { options: { choices, value: "multiply" } },
    error: { options: { choices }, typed: null },
    disabled: { options: { choices, value: "add" } },
    long: { options: { label: longLabel, choices: [longText, "short", ...Array(20).keys()], value: "short" } },
    "right-to-left": {
      options: { label: arabic.label, info: arabic.info, choices: [arabic.text, "نعم"], value: "نعم" },
    },
  },
  outputs: {
    empty: { options: { choices }, returned: null },
    filled: { options: { choices }, returned: "subtract" },
    error: { options: { choices }, returned: "divide" },
    disabled: { options: { choices }, returned: "add" },
    long: { options: { label: longLabel, choices: [longText, "short"] }, returned: longText },
    "right-to-left": { options: { label: arabic.label, choices: ["نعم", "لا"] }, returned: "لا" },
  },
  more: { "no choices": {} },
};
