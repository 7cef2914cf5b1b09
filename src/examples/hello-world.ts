import * as gr from "interstate";

function greet(name: string) {
  return `Hello ${name}!`;
}

export default gr.Interface({ fn: greet, inputs: "textbox", outputs: "textbox" });
