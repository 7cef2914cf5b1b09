import * as gr from "interstate";

// Outside the function: shared by every tab.
let everyone = 0;

// Passed in and returned: yours alone.
function press(mine: number) {
  everyone += 1;
  mine += 1;
  return [`You ${mine} · Everyone ${everyone}`, mine];
}

export default gr.Interface({
  fn: press,
  inputs: gr.State(0),
  outputs: [gr.Textbox({ label: "Count" }), gr.State()],
});
