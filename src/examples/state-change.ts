import * as gr from "interstate";

const increment = (n: number) => n + 1;

export default gr.Blocks(() => {
  const a = gr.State(0);
  const b = gr.State(0);
  gr.Row(() => {
    gr.Button("Increment A").click({ fn: increment, inputs: a, outputs: a });
    const numberA = gr.Number({ label: "Number A" });
    a.change({ fn: (a: number) => a, inputs: a, outputs: numberA });
  });
  gr.Row(() => {
    gr.Button("Increment B").click({ fn: increment, inputs: b, outputs: b });
    const numberB = gr.Number({ label: "Number B" });
    // Without triggers: whenever an input changes, and when the app is opened.
    gr.on({ fn: (b: number) => b, inputs: b, outputs: numberB });
  });
  gr.render({ inputs: [a, b] }, (a: number, b: number) => {
    for (let x = 0; x < a; x++) {
      gr.Row(() => {
        for (let y = 0; y < b; y++) gr.Button(`Button ${x}, ${y}`);
      });
    }
  });

  gr.Markdown("### Changed is what is deeply different");
  const list = gr.State<number[]>([]);
  const record = gr.State<Record<number, number>>({});
  const nested = gr.State<number[][]>([]);
  const set = gr.State(() => new Set<number>());
  list.change({
    fn: (list: number[]) => [
      Object.fromEntries(list.map((n) => [n, n])),
      list.map(() => [...list]),
      new Set(list),
    ],
    inputs: list,
    outputs: [record, nested, set],
  });

  const output = gr.Textbox({ label: "Output", lines: 3 });
  gr.Row(() => {
    const clicks = gr.Number(0, { label: "Clicks" });
    const changes = gr.Number(0, { label: "Changes" });
    gr.on({
      triggers: [record.change, nested.change, set.change],
      fn: (changes: number, record: object, nested: number[][], set: Set<number>) => {
        return [changes + 1, [record, nested, [...set]].map((each) => JSON.stringify(each)).join("\n")];
      },
      inputs: [changes, record, nested, set],
      outputs: [changes, output],
    });
    const countToThree = gr.Button("Count to 3");
    countToThree.click({ fn: () => [1, 2, 3], outputs: list });
    const zeroAll = gr.Button("Zero All");
    zeroAll.click({ fn: (list: number[]) => list.map(() => 0), inputs: list, outputs: list });
    gr.on({ triggers: [countToThree.click, zeroAll.click], fn: increment, inputs: clicks, outputs: clicks });
  });

  // In Python a class says by its __hash__ when it has changed. State here is data, and compared as deep as it goes.
  const custom = gr.State({ val: 5 });
  gr.Row(() => {
    const clicks = gr.Number(0, { label: "Custom State Clicks" });
    const changes = gr.Number(0, { label: "Custom State Changes" });
    custom.change({ fn: increment, inputs: changes, outputs: changes });
    const setToTen = gr.Button("Set State to 10").click({
      fn(custom) {
        custom.val = 10;
        return custom;
      },
      inputs: custom,
      outputs: custom,
    });
    setToTen.then({ fn: increment, inputs: clicks, outputs: clicks });
  });

  gr.Markdown("### At each yield, and in what is rendered");
  const steps = gr.State(0);
  gr.Button("Iterator State Change").click({
    async *fn(n: number) {
      yield n + 1;
    },
    inputs: steps,
    outputs: steps,
  });
  gr.render({ inputs: steps }, (steps: number) => {
    for (let i = 0; i < steps; i++) gr.Markdown(`Success Box ${i} added`, { key: i });
  });
  gr.render({}, () => {
    gr.Row(() => {
      const box1 = gr.Textbox({ label: "Start State" });
      const state1 = gr.State("");
      const box2 = gr.Textbox({ label: "Between" });
      const state2 = gr.State("");
      const box3 = gr.Textbox({ label: "End State" });

      const same = (text: string) => text;
      box1.change({ fn: same, inputs: box1, outputs: state1 });
      state1.change({ fn: same, inputs: state1, outputs: box2 });
      box2.change({ fn: same, inputs: box2, outputs: state2 });
      state2.change({ fn: same, inputs: state2, outputs: box3 });
    });
  });
});
