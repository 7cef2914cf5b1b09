// Programs that several tests run. The first two are the ones that the documentation prints, character for character; the
// third is what a first visitor sees.

export const scoreTracker = `import * as gr from "interstate";

const scores: number[] = [];                 // outside the function: global, every tab shares it

function trackScore(score: number) {
  scores.push(score);
  return scores.toSorted((a, b) => b - a).slice(0, 3);
}

export default gr.Interface({
  fn: trackScore,
  inputs: gr.Number({ label: "Score" }),
  outputs: gr.JSON({ label: "Top Scores" }),
});
`;

export const messageHistory = `import * as gr from "interstate";

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
`;

export const yoursAndEveryones = `import * as gr from "interstate";

// Outside the function: shared by every tab.
let everyone = 0;

// Passed in and returned: yours alone.
function press(mine: number) {
  everyone += 1;
  mine += 1;
  return [\`You \${mine} · Everyone \${everyone}\`, mine];
}

export default gr.Interface({
  fn: press,
  inputs: gr.State(0),
  outputs: [gr.Textbox({ label: "Count" }), gr.State()],
});
`;

/** Counts how often it was called, over all tabs. */
export const counter = `import * as gr from "interstate";

let count = 0;

function add() {
  count += 1;
  return count;
}

export default gr.Interface({ fn: add, inputs: [], outputs: gr.Number({ label: "Count" }) });
`;
