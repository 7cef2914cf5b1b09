import * as gr from "interstate";

function storeMessage(message: string, history: string[]) {
  const output = { "Current messages": message, "Previous messages": history.toReversed() };
  history.push(message);
  return [output, history];
}

export default gr.Interface({
  fn: storeMessage,
  inputs: ["textbox", gr.State([])],         // session state: one more parameter, one more return value
  outputs: ["json", gr.State()],
});
