// Samples of Textbox.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

export const textbox: Samples = {
  inputs: {
    empty: { options: { placeholder: "Ada Lovelace", info: "As it stands on the card" } },
    filled: { options: { value: "Grace Hopper" } },
    error: { options: { maxLength: 5 }, typed: "Grace Hopper" },
    disabled: { options: { value: "Grace Hopper" } },
    long: { options: { label: longLabel, info: longText, value: longText, maxLines: 4 } },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: arabic.text } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: "Hello Ada" },
    error: { returned: { name: "Ada" } },
    disabled: { returned: "Hello Ada" },
    long: { options: { label: longLabel, maxLines: 4 }, returned: longText },
    "right-to-left": { options: { label: arabic.label }, returned: arabic.text },
  },
  more: {
    "several lines": { options: { lines: 3, value: "One\nTwo" } },
    password: { options: { type: "password", value: "secret" } },
    "with buttons": { options: { value: "One", buttons: ["copy"], submitBtn: "Send", stopBtn: "Halt" } },
    "to the right": { options: { value: "One", textAlign: "right" } },
    email: { options: { type: "email", placeholder: "ada@example.com" } },
  },
};
