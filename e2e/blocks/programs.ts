// Programs that the tests of gr.Blocks open: Gradio's demos, ported by their syntax.

const program = (body: string) => `import * as gr from "interstate";\n${body}`;

export const blocks = {
  squares: program(`
export default gr.Blocks(() => {
  const last = gr.State(0);
  const history = gr.State<Record<string, unknown>>({ a: "a" });
  const current = gr.Number({ label: "Current Square", interactive: false });
  const table = gr.JSON({ label: "History" });
  gr.Button("Next Square").click({
    fn: (n: number, all: Record<string, unknown>) => {
      const next = n + 1;
      all[next] = next ** 2;
      return [next ** 2, next, all, all];
    },
    inputs: [last, history],
    outputs: [current, last, history, table],
  });
});
`),

  simpleState: program(`
export default gr.Blocks(() => {
  const cart = gr.State<string[]>([]);
  const item = gr.Textbox({ label: "Item" });
  const add = gr.Button("Add");
  const same = gr.Button("Nothing new");
  const size = gr.Number({ label: "Cart size" });
  const text = gr.Textbox({ label: "Cart" });
  const changes = gr.Number(0, { label: "Changes" });
  add.click({ fn: (list: string[], what: string) => [...list, what], inputs: [cart, item], outputs: cart });
  same.click({ fn: (list: string[]) => [...list], inputs: cart, outputs: cart });
  cart.change({
    fn: (list: string[], n: number) => [list.length, list.join(", "), n + 1],
    inputs: [cart, changes],
    outputs: [size, text, changes],
  });
});
`),

  visitorCount: program(`
let visitors = 0;

export default gr.Blocks((demo) => {
  const count = gr.Textbox({ label: "Visitors", value: "Counting..." });
  demo.load({ fn: () => { visitors += 1; return visitors; }, outputs: count });
});
`),

  chained: program(`
export default gr.Blocks(() => {
  const input = gr.Textbox({ label: "Input" });
  const log = gr.Textbox({ label: "Log" });
  const steps = gr.State<string[]>([]);
  const note = (what: string) => (list: string[]) => { list.push(what); return list.join(", "); };
  const run = gr.Button("Go").click({
    fn: (text: string) => {
      if (text === "bad") throw new Error("bad input");
      return [];
    },
    inputs: input,
    outputs: steps,
  });
  run.success({ fn: note("success"), inputs: steps, outputs: log });
  run.failure({ fn: (list: string[]) => { list.splice(0, list.length, "failure"); return "failure"; }, inputs: steps, outputs: log });
  run.then({ fn: note("then"), inputs: steps, outputs: log });
});
`),

  records: program(`
export default gr.Blocks(() => {
  const first = gr.Textbox({ label: "First" });
  const last = gr.Textbox({ label: "Last" });
  const greet = gr.Button("Greet");
  const greeting = gr.Textbox({ label: "Greeting" });
  const length = gr.Number({ label: "Length" });
  gr.on({
    triggers: [greet.click, last.submit],
    fn: ({ first, last }: { first: string; last: string }) => ({ greeting: \`Hello \${first} \${last}\` }),
    inputs: { first, last },
    outputs: { greeting, length },
  });
});
`),

  tabs: program(`
export default gr.Blocks(() => {
  const chosen = gr.Textbox({ label: "Chosen" });
  const go = gr.Button("Go to B");
  const tabs = gr.Tabs(() => {
    gr.Tab("A", { id: "a" }, () => { gr.Textbox({ label: "In A" }); });
    gr.Tab("B", { id: "b" }, () => { gr.Textbox({ label: "In B" }); });
  });
  tabs.select({ fn: (evt = gr.SelectData()) => \`\${evt.value} at \${evt.index}\`, outputs: chosen });
  go.click({ fn: () => gr.update({ selected: "b" }), outputs: tabs });
});
`),

  accordion: program(`
export default gr.Blocks(() => {
  const seen = gr.Textbox({ label: "Seen" });
  const close = gr.Button("Close it");
  const details = gr.Accordion("Details", { open: false }, () => { gr.Textbox({ label: "Inside" }); });
  details.expand({ fn: () => "opened", outputs: seen });
  close.click({ fn: () => gr.Accordion({ open: false }), outputs: details });
});
`),
};
