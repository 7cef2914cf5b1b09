// Samples of MultimodalTextbox.

import { arabic, longLabel, longText } from "../long-texts.ts";
import { ball } from "../pictures.ts";
import type { Samples } from "../sample.ts";

const picture = new File([ball(210)], "ball.svg", { type: "image/svg+xml" });
const notes = { name: "notes.txt", content: "Note G" };
const many = Array.from({ length: 60 }, (_, index) => ({ name: `page-${index}.html`, content: "x".repeat(index) }));

export const multimodalTextbox: Samples = {
  inputs: {
    empty: { options: { info: "With pictures, if you like", placeholder: "Type a message..." } },
    filled: { options: { value: { text: "What is this?", files: [picture, notes] }, fileCount: "multiple" } },
    error: { options: { fileTypes: ["image"] }, typed: { text: "Look", files: [new File([""], "notes.txt")] } },
    disabled: { options: { value: { text: "What is this?", files: notes } } },
    long: {
      options: { label: longLabel, info: longText, fileCount: "multiple", value: { text: longText, files: many } },
    },
    "right-to-left": { options: { label: arabic.label, info: arabic.info, value: arabic.text, rtl: true } },
  },
  outputs: {
    empty: { returned: null },
    filled: { returned: { text: "What is this?", files: [notes] } },
    error: { returned: ["a", "b"] },
    disabled: { returned: "What is this?" },
    long: { options: { label: longLabel }, returned: { text: longText, files: many } },
    "right-to-left": { options: { label: arabic.label, rtl: true }, returned: arabic.text },
  },
  more: {
    "several lines, with texts on the buttons": { options: { lines: 3, submitBtn: "Send", stopBtn: "End" } },
    "with a microphone": { options: { sources: ["upload", "microphone"] } },
    "without buttons": { options: { submitBtn: false } },
  },
};
