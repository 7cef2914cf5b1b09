import * as gr from "interstate";

function increase(last: number, history: Record<string, string | number>) {
  const next = last + 1;
  history[next] = next ** 2;
  return [next ** 2, next, history, history];
}

export default gr.Blocks(() => {
  // Any number of State. Each session starts from a copy of its own: no tab ever sees what another put into `history`.
  const last = gr.State(0);
  const history = gr.State<Record<string, string | number>>({ a: "a" });

  const square = gr.Number(0, { label: "Current Square", interactive: false });
  const next = gr.Button("Next Square", { variant: "primary" });
  const all = gr.JSON({ label: "History" });
  next.click({ fn: increase, inputs: [last, history], outputs: [square, last, history, all] });
});
