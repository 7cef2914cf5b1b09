import * as gr from "interstate";

function grow(x: string, y: string | null) {
  const text = y === null ? x : x + y;
  return [text, text];
}

export default gr.Interface({
  fn: grow,
  inputs: ["textbox", "state"],              // starts as null; with `live` it is no reason to run again
  outputs: ["textbox", "state"],
  live: true,
});
