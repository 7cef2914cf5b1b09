// Samples of Gallery.

import { arabic, longLabel, longText } from "../long-texts.ts";
import { ball } from "../pictures.ts";
import type { Samples } from "../sample.ts";

const balls = [0, 60, 120, 180, 240, 300].map((hue) => [ball(hue), `Hue ${hue}`]);

export const gallery: Samples = {
  inputs: {
    empty: { options: { info: "As many as you like" } },
    filled: { options: { value: balls, columns: 3 } },
    error: { typed: "x" },
    disabled: { options: { value: balls, columns: 3 } },
    long: { options: { label: longLabel, info: longText, value: [[ball(30), longText]] } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: [[ball(90), arabic.text]] } },
  },
  outputs: {
    empty: { returned: null },
    filled: { options: { columns: 3 }, returned: balls },
    error: { returned: [ball(0), 1] },
    disabled: { returned: balls },
    long: {
      options: { label: longLabel, columns: 6, height: 300 },
      returned: Array.from({ length: 200 }, (_, index) => ball((index * 7) % 360, 80, 80)),
    },
    "right-to-left": { options: { label: arabic.label }, returned: [[ball(90), arabic.text]] },
  },
  more: { "one large": { options: { value: balls, preview: true, selectedIndex: 2, interactive: false } } },
};
