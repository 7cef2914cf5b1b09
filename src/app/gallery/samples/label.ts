// Samples of Label.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const animals = { cat: 0.82, dog: 0.13, owl: 0.05 };

export const label: Samples = {
  inputs: {
    empty: {},
    filled: { options: { value: animals } },
    error: { typed: 5 },
    disabled: { options: { value: "tabby" } },
    long: { options: { label: longLabel, value: { [longText]: 0.6, other: 0.4 } } },
    "right-to-left": { options: { label: arabic.label, value: { [arabic.text]: 0.9 } } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: animals },
    error: { returned: { cat: "very" } },
    disabled: { returned: 42 },
    long: {
      options: { label: longLabel, numTopClasses: 8 },
      returned: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`class ${i}`, 1 / (i + 2)])),
    },
    "right-to-left": { options: { label: arabic.label }, returned: { [arabic.text]: 0.7, [arabic.label]: 0.3 } },
  },
  more: {
    "a text in a colour": { options: { color: "teal" }, returned: "positive" },
    "without its heading": { options: { showHeading: false }, returned: animals },
  },
};
