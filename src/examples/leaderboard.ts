import * as gr from "interstate";

interface Entry {
  name: string;
  score: number;
}

// Outside the functions: one board for every tab.
const board: Entry[] = [];

const ranked = () => board.toSorted((a, b) => b.score - a.score);

function enter(name: string, score: number) {
  const entry = { name: name.trim() || "Somebody", score };
  board.push(entry);
  return `${entry.name} is number ${ranked().indexOf(entry) + 1} of ${board.length}`;
}

export default gr.Blocks(() => {
  const name = gr.Textbox({ label: "Name" });
  const score = gr.Number({ label: "Score" });
  const place = gr.Textbox({ label: "Place", interactive: false });
  const button = gr.Button("Enter", { variant: "primary" });

  // The button, or the Enter key in the last field.
  gr.on({ triggers: [button.click, score.submit], fn: enter, inputs: [name, score], outputs: place });

  // A value that is a function is computed anew in every tab, whenever what it read has changed.
  gr.JSON({ label: "Top five", value: () => ranked().slice(0, 5) });
});
