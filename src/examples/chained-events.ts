import * as gr from "interstate";

function succeed() {
  return "first: done";
}

function fail(): string {
  throw new gr.Error("This should fail!");
}

function breakDown(): string {
  throw new TypeError("Something went wrong");
}

export default gr.Blocks(() => {
  const first = gr.Textbox({ label: "Result", render: false });
  const second = gr.Textbox({ label: "Consecutive Event", render: false });
  const always = gr.Textbox({ label: "Always", render: false });
  gr.Row(() => {
    first.render();
    second.render();
    always.render();
  });

  gr.Row(() => {
    gr.Button("Trigger Success")
      .click({ fn: succeed, outputs: first })
      .success({ fn: () => "Success event triggered", outputs: second })
      .then({ fn: () => "after success", outputs: always });

    gr.Button("Trigger Consecutive Success")
      .click({ fn: succeed, outputs: first })
      .then({ fn: succeed, outputs: always })
      .success({ fn: () => "Consecutive event triggered", outputs: second });

    // What follows by `success` does not run now; what follows by `failure` or `then` does.
    const failing = gr.Button("Trigger Failure").click({ fn: fail, outputs: first });
    failing.success({ fn: () => "Should not be triggered", outputs: second });
    failing.failure({ fn: () => "Failure event triggered", outputs: second });
    failing.then({ fn: () => "after failure", outputs: always });

    gr.Button("Trigger Error").click({ fn: breakDown, outputs: first });
  });
});
