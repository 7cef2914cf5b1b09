import * as gr from "interstate";

/** Has a private field, so nothing can copy it: it can be no gr.State. */
class Counter {
  #count = 0;

  increment() {
    this.#count += 1;
    return this.#count;
  }
}

// What is no data is no shared state either. Each user's worker has a map of its own, for as long as it runs.
const instances = gr.local(new Map<string, Counter>());

function initialize(request = gr.Request()) {
  instances.set(request.sessionHash, new Counter());
  return "Session initialized!";
}

function cleanUp(request = gr.Request()) {
  instances.delete(request.sessionHash);
  console.log("Session closed.");
}

function increment(request = gr.Request()) {
  const counter = instances.get(request.sessionHash);
  if (!counter) throw new gr.Error("The session is not initialized.");
  return counter.increment();
}

export default gr.Blocks((demo) => {
  const status = gr.Textbox({ label: "Status" });
  const counter = gr.Number({ label: "Counter Value" });
  gr.Button("Increment Counter", { variant: "primary" }).click({ fn: increment, outputs: counter });

  demo.load({ fn: initialize, outputs: status });
  demo.unload({ fn: cleanUp });
});
