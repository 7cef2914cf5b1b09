import * as gr from "interstate";

const now = () => Math.round(Date.now() / 1000);
const randomBetween = (min: number, max: number) => Math.floor(min + Math.random() * (max - min + 1));

export default gr.Blocks(() => {
  const time = gr.Number({ label: "Time" });
  gr.Timer(1).tick({ fn: now, outputs: time });
  gr.Number({ label: "Time 2", value: now, every: 1 });

  gr.Row(() => {
    const min = gr.Number(1, { label: "Min", precision: 0 });
    const max = gr.Number(10, { label: "Max", precision: 0 });
    const timer = gr.Timer(1);
    gr.Number({ label: "Random Number", value: randomBetween, inputs: [min, max], every: timer });
    gr.Row(() => {
      gr.Button("Start").click({ fn: () => gr.Timer({ active: true }), outputs: timer });
      gr.Button("Stop").click({ fn: () => gr.Timer({ active: false }), outputs: timer });
      gr.Button("Go Fast").click({ fn: () => 0.2, outputs: timer });
      gr.Button("Go Slow").click({ fn: () => 2, outputs: timer });
    });
  });
});
