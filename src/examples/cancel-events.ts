import * as gr from "interstate";

const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function* iterate(steps: number) {
  for (let step = 1; step <= steps; step++) {
    console.log(`Current step: ${step}`);
    await sleep(0.5);
    yield String(step);
  }
}

/** Leaves its thread no moment for anything else, and is really stopped all the same. */
function calculate() {
  const end = Date.now() + 10_000;
  while (Date.now() < end);
  return 42;
}

export default gr.Blocks(() => {
  const steps = gr.Slider(1, 50, { value: 9, step: 1, label: "Number Steps", render: false });
  const start = gr.Button("Start Iterating", { variant: "primary", render: false });
  const stop = gr.Button("Stop Iterating", { variant: "stop", render: false });
  const iteration = gr.Textbox({ label: "Iterative Output", render: false });
  const run = gr.Button("Run Expensive Calculation", { variant: "primary", render: false });
  const prediction = gr.Number({ label: "Expensive Calculation", render: false });
  const change = gr.Textbox({ label: "Cancel on change", render: false });
  const submit = gr.Textbox({ label: "Cancel on submit", render: false });
  const echo = gr.Textbox({ label: "Echo", render: false });

  gr.Row(() => {
    gr.Column(() => {
      steps.render();
      gr.Row(() => {
        start.render();
        stop.render();
      });
      iteration.render();
    });
    gr.Column(() => {
      run.render();
      prediction.render();
    });
    gr.Column(() => {
      change.render();
      submit.render();
      echo.render();
    });
  });

  const iterating = start.click({ fn: iterate, inputs: steps, outputs: iteration });
  const calculating = run.click({ fn: calculate, outputs: prediction });
  stop.click({ cancels: iterating });
  change.change({ cancels: [iterating, calculating] });
  submit.submit({ fn: (text: string) => text, inputs: submit, outputs: echo, cancels: [iterating, calculating] });
});
