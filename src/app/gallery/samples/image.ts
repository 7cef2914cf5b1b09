// Samples of Image.

import { arabic, longLabel, longText } from "../long-texts.ts";
import { ball } from "../pictures.ts";
import type { Samples } from "../sample.ts";

export const image: Samples = {
  inputs: {
    empty: { options: { info: "As on your passport" } },
    filled: { options: { value: ball(210) } },
    error: { typed: null },
    disabled: { options: { value: ball(210) } },
    long: { options: { label: longLabel, info: longText, value: ball(30, 1600, 200) } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, placeholder: arabic.text } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: ball(150) },
    error: { returned: "https://example.com/cat.png" },
    disabled: { returned: ball(150) },
    long: { options: { label: longLabel }, returned: ball(330, 200, 1600) },
    "right-to-left": { options: { label: arabic.label }, returned: ball(270) },
  },
  more: {
    "from the camera alone": { options: { sources: ["webcam"] } },
    "what only says it is an image": { returned: new Blob(["no image"], { type: "image/png" }) },
    "with a height": { options: { height: 100, width: 200 }, returned: ball(60) },
  },
};
