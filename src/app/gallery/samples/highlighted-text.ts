// Samples of HighlightedText.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const met = [
  ["Ada", "person"],
  [" met ", null],
  ["Charles", "person"],
  [" in ", null],
  ["London", "place"],
  [" in ", null],
  ["1833", "date"],
];

export const highlightedText: Samples = {
  inputs: {
    empty: { options: { info: "Nothing to mark" } },
    filled: { options: { value: met } },
    error: { typed: "Ada" },
    disabled: { options: { value: met } },
    long: { options: { label: longLabel, value: [[longText, null], ...met] } },
    "right-to-left": { options: { label: arabic.label, rtl: true, value: [[arabic.text, "لغة"]] } },
  },
  outputs: {
    empty: { returned: null },
    filled: { options: { showLegend: true }, returned: met },
    error: { returned: [["Ada", {}]] },
    disabled: { returned: met },
    long: {
      options: { label: longLabel },
      returned: Array.from({ length: 300 }, (_, i) => [`word ${i} `, i % 3 === 0 ? `category ${i % 11}` : null]),
    },
    "right-to-left": {
      options: { label: arabic.label, rtl: true },
      returned: [
        [arabic.label, "اسم"],
        [" ", null],
        [arabic.text, null],
      ],
    },
  },
  more: {
    scores: {
      options: { showLegend: true },
      returned: [
        ["a lovely", 0.9],
        [" film with ", 0],
        ["a dull", -0.7],
        [" end", -0.1],
      ],
    },
    "colours of its own": { options: { colorMap: { person: "tomato", place: "#2a7a3f" } }, returned: met },
    entities: {
      returned: { text: "Ada met Charles", entities: [{ entity: "person", start: 0, end: 3 }] },
    },
  },
};
