import * as gr from "interstate";

const votes: Record<string, number> = { Tea: 0, Coffee: 0, Water: 0 };

function vote(drink: string) {
  votes[drink] = (votes[drink] ?? 0) + 1;
  return `You voted for ${drink}.`;
}

function total() {
  const count = Object.values(votes).reduce((sum, each) => sum + each, 0);
  return `${count} ${count === 1 ? "vote" : "votes"}`;
}

export default gr.Blocks(() => {
  const drink = gr.Radio(["Tea", "Coffee", "Water"], { label: "Drink" });
  const answer = gr.Textbox({ label: "Answer", interactive: false });
  gr.Button("Vote", { variant: "primary" }).click({ fn: vote, inputs: drink, outputs: answer });

  // Both follow the votes of every tab.
  gr.JSON({ label: "Votes", value: () => votes });
  gr.Textbox({ label: "Total", value: total });
});
