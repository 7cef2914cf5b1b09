import * as gr from "interstate";

let visitors = 0;                 // outside the function: one number for every tab

function countVisitor() {
  visitors += 1;
  return visitors;
}

export default gr.Blocks((demo) => {
  const total = gr.Textbox({ label: "Total Visitors", value: "Counting..." });
  // Whenever somebody opens the app: in a tab, as another user, after a refresh.
  demo.load({ fn: countVisitor, outputs: total });
});
