import * as gr from "interstate";

let everyone = 0;                // outside the function: shared by every tab

function press(mine: number) {   // passed in and returned: yours alone
  everyone += 1;
  mine += 1;
  return [`You ${mine} · Everyone ${everyone}`, mine];
}

export default gr.Interface({ fn: press, inputs: gr.State(0), outputs: [gr.Textbox({ label: "Count" }), gr.State()] });
