import * as gr from "interstate";

type Card = [front: string, back: string];
type Results = Record<string, [correct: number, incorrect: number]>;

function drawCard(cards: string[][]) {
  const filled = cards.filter(([front]) => front);
  const card = filled[Math.floor(Math.random() * filled.length)];
  if (!card) throw new gr.Error("Fill in a card at the Word Bank first.");
  return [card as Card, card[0] ?? "", gr.Column({ visible: false })];
}

function flipCard(card: Card | null) {
  if (!card) throw new gr.Error("Take a card first.");
  return [card[1], gr.Column({ visible: true })];
}

function mark(card: Card | null, results: Results, column: 0 | 1) {
  if (!card) throw new gr.Error("Take a card first.");
  const result = (results[card[0]] ??= [0, 0]);
  result[column] += 1;
  const total = Object.values(results).reduce((sum, each) => sum + each[column], 0);
  return [results, `### ${["Correct", "Incorrect"][column]}: ${total}`, toTable(results)];
}

function toTable(results: Results) {
  return Object.entries(results).map(([front, [correct, incorrect]]) => [front, correct, incorrect]);
}

export default gr.Blocks(() => {
  gr.Markdown("Load the flashcards in the table below, then use the Practice tab to practice.");
  const selected = gr.State<Card | null>(null);
  const results = gr.State<Results>({});

  const table = gr.Dataframe([["Hund", "dog"], ["Katze", "cat"], ["Vogel", "bird"]], {
    label: "Cards",
    headers: ["front", "back"],
    datatype: "str",
    type: "array",
    interactive: true,
    render: false,
  });
  gr.Tab("Word Bank", () => {
    table.render();
  });

  const front = gr.Textbox({ label: "Prompt", render: false });
  const back = gr.Textbox({ label: "Answer", render: false });
  const [draw, flip] = [gr.Button("New Card", { variant: "primary", render: false }), gr.Button("Flip Card", { render: false })];
  const [right, wrong] = [gr.Button("Correct", { render: false }), gr.Button("Incorrect", { render: false })];
  gr.Tab("Practice", () => {
    gr.Row(() => {
      gr.Column(() => {
        front.render();
        gr.Row(() => {
          draw.render();
          flip.render();
        });
      });
      const answer = gr.Column({ visible: false }, () => {
        back.render();
        gr.Row(() => {
          right.render();
          wrong.render();
        });
      });
      draw.click({ fn: drawCard, inputs: [table], outputs: [selected, front, answer] });
      flip.click({ fn: flipCard, inputs: [selected], outputs: [back, answer] });
    });
  });

  gr.Tab("Results", () => {
    const correct = gr.Markdown("### Correct: 0");
    const incorrect = gr.Markdown("### Incorrect: 0");
    const statistics = gr.Dataframe({ label: "Card Statistics", headers: ["Card", "Correct", "Incorrect"] });

    right.click({
      fn: (card, results) => mark(card, results, 0),
      inputs: [selected, results],
      outputs: [results, correct, statistics],
    });
    wrong.click({
      fn: (card, results) => mark(card, results, 1),
      inputs: [selected, results],
      outputs: [results, incorrect, statistics],
    });
  });
});
