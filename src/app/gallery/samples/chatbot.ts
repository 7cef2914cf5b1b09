// Samples of Chatbot.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const talk = [
  { role: "user", content: "What is the weather in London?" },
  {
    role: "assistant",
    content: "The service for London answers.",
    metadata: { title: "🔎 Looking it up", status: "done", duration: 1.23, id: 1 },
  },
  { role: "assistant", content: 'It is **raining**, at 9 °C:\n\n```json\n{ "rain": true }\n```' },
];

export const chatbot: Samples = {
  inputs: {
    empty: { options: { placeholder: "**Say hello**", examples: ["Hello", { text: "What can you do?" }] } },
    filled: { options: { value: talk } },
    error: { typed: "Hello" },
    disabled: { options: { value: talk } },
    long: { options: { label: longLabel, value: [{ role: "user", content: longText }] } },
    "right-to-left": { options: { label: arabic.label, rtl: true, value: [{ role: "user", content: arabic.text }] } },
  },
  outputs: {
    empty: { returned: null },
    filled: { options: { editable: "user" }, returned: talk },
    error: { returned: [{ role: "bot", content: "Hello" }] },
    disabled: { returned: talk },
    long: {
      options: { label: longLabel },
      returned: Array.from({ length: 500 }, (_, i) => ({
        role: i % 2 === 0 ? "user" : "assistant",
        content: `Message ${i}`,
      })),
    },
    "right-to-left": {
      options: { label: arabic.label, rtl: true },
      returned: [
        { role: "user", content: arabic.label },
        { role: "assistant", content: arabic.text },
      ],
    },
  },
  more: {
    "as a panel": { options: { layout: "panel" }, returned: talk },
    "answers to choose from": {
      returned: [
        { role: "user", content: "Buy it" },
        {
          role: "assistant",
          content: "Are you sure?",
          options: [{ value: "yes", label: "Yes, buy" }, { value: "no" }],
        },
      ],
    },
    "an answer that is coming": {
      returned: [
        { role: "user", content: "Hello" },
        { role: "assistant", content: "" },
      ],
    },
    "thoughts within thoughts": {
      returned: [
        { role: "assistant", content: "Three steps.", metadata: { title: "🧠 Planning", id: "a", status: "pending" } },
        { role: "assistant", content: "The first.", metadata: { title: "🛠️ Step one", parentId: "a", log: "2 of 3" } },
      ],
    },
  },
};
