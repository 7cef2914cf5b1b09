import * as gr from "interstate";

export default gr.Blocks(() => {
  const count = gr.State(1);
  gr.Button("Add Box").click({ fn: (count: number) => count + 1, inputs: count, outputs: count });

  gr.render({ inputs: count }, (count: number) => {
    // What has the same key as before keeps what was typed.
    const boxes = Array.from({ length: count }, (_, i) => gr.Textbox({ key: i, label: `Box ${i}` }));

    function merge(...texts: string[]) {
      return texts.join(" ");
    }
    mergeButton.click({ fn: merge, inputs: boxes, outputs: output });

    function clear() {
      return boxes.map(() => "");
    }
    clearButton.click({ fn: clear, outputs: boxes });

    function countUp() {
      return boxes.map((_, i) => String(i));
    }
    countButton.click({ fn: countUp, outputs: boxes });
  });

  const mergeButton = gr.Button("Merge", { variant: "primary", render: false });
  const clearButton = gr.Button("Clear", { render: false });
  const countButton = gr.Button("Count", { render: false });
  gr.Row(() => {
    mergeButton.render();
    clearButton.render();
    countButton.render();
  });
  const output = gr.Textbox({ label: "Output" });
});
