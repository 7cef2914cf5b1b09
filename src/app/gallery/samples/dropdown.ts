// Samples of Dropdown.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const choices = ["cat", "dog", ["a fish", "fish"]];
const several = { choices, multiselect: true };

export const dropdown: Samples = {
  inputs: {
    empty: { options: { choices, value: null, info: "Whom to feed" } },
    filled: { options: { choices, value: "fish" } },
    error: { options: { choices }, typed: "unicorn" },
    disabled: { options: { choices, value: "dog" } },
    long: { options: { label: longLabel, choices: [longText, ...Array(20_000).keys()] } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, choices: [arabic.text, "نعم"] } },
  },
  outputs: {
    empty: { options: { choices }, returned: null },
    filled: { options: { choices }, returned: "dog" },
    error: { options: { choices }, returned: "unicorn" },
    disabled: { options: { choices }, returned: "cat" },
    long: { options: { label: longLabel, choices: [longText, "short"] }, returned: longText },
    "right-to-left": { options: { label: arabic.label, choices: ["نعم", "لا"] }, returned: "لا" },
  },
  more: {
    several: { options: { ...several, value: ["cat", "fish"] } },
    "several, none": { options: several },
    "several, disabled": { options: { ...several, value: ["cat", "fish"] } },
    "several, long": {
      options: { choices: [longText, longLabel, "short"], multiselect: true, value: [longText, "short"] },
    },
    "several, shown": { options: several, returned: ["dog", "fish"] },
    "one's own": { options: { choices, allowCustomValue: true, value: "unicorn" } },
    "only to choose": { options: { choices, filterable: false } },
  },
};
