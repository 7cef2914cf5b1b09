// Samples of DateTime.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const day = "2024-05-31 18:30:00";

export const dateTime: Samples = {
  inputs: {
    empty: { options: { info: "When it begins" } },
    filled: { options: { value: day } },
    error: { typed: "2024-02-30 10:00:00" },
    disabled: { options: { value: day } },
    long: { options: { label: longLabel, info: longText, value: day } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: day } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: new Date(2024, 4, 31, 18, 30) },
    error: { returned: 1_717_180_200_000 },
    disabled: { returned: day },
    long: { options: { label: longLabel }, returned: day },
    "right-to-left": { options: { label: arabic.label }, returned: day },
  },
  more: {
    "a date alone": { options: { value: "2024-05-31", includeTime: false } },
    "in another zone": { options: { timezone: "Asia/Tokyo" }, returned: 0 },
  },
};
