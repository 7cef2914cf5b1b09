import * as gr from "interstate";

const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

// A loop of known length, counted.
async function loadSet(_text: string, progress = gr.Progress()) {
  const images = Array.from({ length: 24 });
  for (const _ of progress.tqdm(images, { desc: "Loading from list", unit: "images" })) await sleep(0.1);
  return "done: set";
}

// Loops in one another: both are shown.
async function loadNested(_text: string, progress = gr.Progress()) {
  for (const name of progress.tqdm(["red", "green", "blue"], { desc: "Colors" })) {
    for (const _ of progress.tqdm(Array.from({ length: 10 }), { desc: `Shades of ${name}` })) await sleep(0.1);
  }
  return "done: nested";
}

// Said by hand.
async function clean(_text: string, progress = gr.Progress()) {
  progress(0.2, { desc: "Collecting Images" });
  await sleep(1);
  progress(0.5, { desc: "Cleaning Images" });
  await sleep(1.5);
  progress(0.8, { desc: "Sending Images" });
  await sleep(1.5);
  return "done: clean";
}

// Nothing is said: the time is shown.
async function wait() {
  await sleep(4);
  return "done: wait";
}

async function doAll(text: string, progress = gr.Progress()) {
  await loadSet(text, progress);
  await loadNested(text, progress);
  await clean(text, progress);
  return "done: all";
}

export default gr.Blocks(() => {
  const text = gr.Textbox({ label: "Text" });
  const result = gr.Textbox({ label: "Result", render: false });
  gr.Row(() => {
    const running = [
      gr.Button("Load Set").click({ fn: loadSet, inputs: text, outputs: result }),
      gr.Button("Load Nested").click({ fn: loadNested, inputs: text, outputs: result }),
      gr.Button("Clean Images").click({ fn: clean, inputs: text, outputs: result }),
      gr.Button("Wait").click({ fn: wait, outputs: result }),
      gr.Button("Do All").click({ fn: doAll, inputs: text, outputs: result }),
    ];
    gr.Button("Stop", { variant: "stop" }).click({ cancels: running });
  });
  result.render();
});
