// Samples of Button. As a value it has nothing but its text.

import { arabic, longLabel } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

export const button: Samples = {
  inputs: {
    empty: {},
    filled: { options: { value: "Next" } },
    error: { options: { value: "Next", variant: "stop" } },
    disabled: { options: { value: "Next" } },
    long: { options: { value: longLabel } },
    "right-to-left": { options: { value: arabic.text } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: "Next" },
    error: { returned: 1 },
    disabled: { returned: "Next" },
    long: { returned: longLabel },
    "right-to-left": { returned: arabic.text },
  },
  more: {
    primary: { options: { value: "Submit", variant: "primary" } },
    small: { options: { value: "Next", size: "sm" } },
    "with an icon": {
      options: { value: "Round", icon: '<svg viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4" fill="gray"/></svg>' },
    },
    "a link": { options: { value: "Read more", link: "https://example.com" } },
  },
};
