// Samples of JSON.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const person = { name: "Ada", born: 1815, friends: ["Mary", "Charles"], works: [{ title: "Notes", year: 1843 }] };

export const json: Samples = {
  inputs: {
    empty: { options: { info: "Anything that is JSON" } },
    filled: { options: { value: person } },
    error: { typed: '{ name: "Ada" }' },
    disabled: { options: { value: [1, 2, 3] } },
    long: { options: { label: longLabel, value: [longText] } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: [arabic.text] } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: person },
    error: { returned: { greet: () => "Hello" } },
    disabled: { returned: [1, 2, 3] },
    long: {
      options: { label: longLabel },
      returned: { text: longText, rows: Array.from({ length: 1000 }, (_, row) => ({ row, square: row * row })) },
    },
    "right-to-left": { options: { label: arabic.label }, returned: { [arabic.label]: arabic.text } },
  },
};
