// Types, for what demos of Gradio's need when they are written in TypeScript: checked by tsc, never run.

import * as gr from "./index.ts";

const tab = gr.Interface({ fn: (name) => name, inputs: "textbox", outputs: "textbox" });

// What stands in a callback may be named before: its type is that of the component as it is made without options.
gr.Blocks({ title: "Sums" }, (demo) => {
  let left!: ReturnType<typeof gr.Number>;
  let kind!: ReturnType<typeof gr.Radio>;
  let sum!: ReturnType<typeof gr.Number>;
  gr.Row(() => {
    left = gr.Number();
    kind = gr.Radio(["a", "b"]);
    sum = gr.Number();
  });
  const may = gr.Number({ required: false });
  left.change({
    fn: (left: number, kind: string) => left + kind.length,
    inputs: [left, kind],
    outputs: sum,
    queue: false,
  });
  // @ts-expect-error It may be empty.
  may.change({ fn: (may: number) => may, inputs: may, outputs: sum });
  demo
    .queue({ maxSize: 3 })
    .launch({ share: true })
    .load({ fn: () => 0, outputs: sum });
  gr.ClearButton({ components: [left, sum], value: "Empty", size: "sm" });
  gr.ClearButton([left, sum], { variant: "stop" });
  tab.render();

  const chat = gr.Chatbot();
  const say = (text: string, history: gr.HistoryMessage[]) => ["", [...history, { role: "user", content: text }]];
  gr.Text().submit({ fn: say, inputs: [gr.TextArea({ label: "Say" }), chat], outputs: [gr.Text(), chat] });
  chat.retry({ fn: (evt = gr.RetryData()) => evt.value.trim(), outputs: gr.Text() });
  chat.edit({ fn: (evt = gr.EditData()) => evt.value.trim() + evt.previousValue.length, outputs: gr.Text() });
  // @ts-expect-error A message has a content.
  chat.select({ fn: () => [{ role: "user" }], outputs: chat });
  gr.Files().change({
    fn: (files) => files.map(({ name }) => name).join(),
    inputs: gr.Files({ label: "Given" }),
    outputs: gr.Text(),
  });
});

// The function of a chat may stand first, with or without options.
gr.ChatInterface((message, history) => message.trim() + history.length, { title: "Chat", examples: ["Hi"] });
gr.ChatInterface((message, _history, level) => message.text + level.toFixed(), {
  multimodal: true,
  additionalInputs: gr.Slider(0, 10),
});
// @ts-expect-error The message is a text.
gr.ChatInterface((message: number) => message, { title: "Chat" });
