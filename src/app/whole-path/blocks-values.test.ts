import { expect, test, vi } from "vitest";
import { openApp } from "./open-app.ts";

test("the app's load runs once for each session", async () => {
  const app = await openApp(`let visitors = 0;
  export default gr.Blocks((demo) => {
    const count = gr.Textbox({ label: "Visitors", value: "Counting..." });
    demo.load({ fn: () => { visitors += 1; return visitors; }, outputs: count });
  });`);
  await app.shows("Visitors", "1");
  app.user.refresh();
  await app.shows("Visitors", "2");
});

test("a computed value follows its inputs", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const a = gr.Number(2, { label: "A" });
    const b = gr.Number(3, { label: "B" });
    gr.Number({ label: "Product", value: (a, b) => a * b, inputs: [a, b] });
  });`);
  await app.shows("Product", 6);
  app.type("A", 10);
  await app.shows("Product", 30);
});

test("a computed value follows the shared variables that it reads, in every tab, and no others", async () => {
  const body = `const scores = [];
  let other = 0;
  let computed = 0;
  const top = () => Math.max(0, ...scores);
  export default gr.Blocks(() => {
    gr.Number({ label: "Top", value: () => top() });
    const score = gr.Number(7, { label: "Score" });
    gr.Button("Add").click({ fn: (n) => { scores.push(n); }, inputs: score });
    gr.Button("Other").click({ fn: () => { other += 1; } });
  });`;
  const one = await openApp(body);
  const two = await openApp(body, one.world, "b");
  await one.shows("Top", 0);
  one.press("Add");
  await one.shows("Top", 7);
  await two.shows("Top", 7);
  await two.idle();
  const runs = vi.fn();
  two.room.subscribe(() => runs(two.user.call()));
  one.press("Other");
  await vi.waitFor(() => expect(two.global("other")).toBe(1));
  two.type("Score", 9);
  two.press("Add");
  await one.shows("Top", 9);
});

test("what computes a value may not write", async () => {
  const app = await openApp(`let n = 0;
  export default gr.Blocks(() => { gr.Number({ label: "N", value: () => { n += 1; return n; } }); });`);
  await vi.waitFor(() => expect(app.user.error()).not.toBeNull());
  expect(app.global("n")).toBe(0);
});

test("gr.render makes components of a value, again when it changes, and those with a key keep what they hold", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const count = gr.State(1);
    const out = gr.Textbox({ label: "Merged" });
    gr.Button("Add Box").click({ fn: (n) => n + 1, inputs: count, outputs: count });
    gr.render({ inputs: count }, (n) => {
      const boxes = [];
      for (let i = 0; i < n; i++) boxes.push(gr.Textbox({ key: i, label: \`Box \${i}\` }));
      gr.Button("Merge").click({ fn: (...texts) => texts.join(" "), inputs: boxes, outputs: out });
    });
  });`);
  await vi.waitFor(() => app.find("Box 0"));
  app.type("Box 0", "hello");
  app.press("Add Box");
  await vi.waitFor(() => app.find("Box 1"));
  expect(app.value("Box 0")).toBe("hello");
  app.type("Box 1", "world");
  app.press("Merge");
  await app.shows("Merged", "hello world");
});

test("State works inside of gr.render, and a render that throws says so", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const bad = gr.Checkbox({ label: "Bad" });
    gr.render({ inputs: bad }, (isBad) => {
      if (isBad) throw new Error("cannot be drawn");
      const n = gr.State(0, { key: "n" });
      const out = gr.Number({ label: "N", key: "out" });
      gr.Button("Up").click({ fn: (x) => [x + 1, x + 1], inputs: n, outputs: [n, out] });
    });
  });`);
  await vi.waitFor(() => app.find("Up"));
  app.press("Up");
  await app.shows("N", 1);
  await app.idle();
  app.press("Up");
  await app.shows("N", 2);
  app.type("Bad", true);
  await vi.waitFor(() => expect(app.user.error()?.message).toContain("cannot be drawn"));
  expect(app.value("N")).toBe(2);
});

test("Clear gives components and State what they had at first, a fresh copy each time", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const list = gr.State([1]);
    const box = gr.Textbox("first", { label: "Box" });
    const out = gr.JSON({ label: "Out" });
    gr.Button("Push").click({ fn: (x) => { x.push(2); return x; }, inputs: list, outputs: out });
    gr.ClearButton([box, list, out]);
  });`);
  for (let times = 0; times < 2; times++) {
    app.type("Box", "typed");
    app.press("Push");
    await app.shows("Out", [1, 2]);
    await app.idle();
    app.press("Clear");
    await app.shows("Box", "first");
    await app.idle();
  }
});

test("a State expires after its time to live, its callback hears of it, and no change is told", async () => {
  const app = await openApp(`const deleted = [];
  let changes = 0;
  export default gr.Blocks(() => {
    const state = gr.State(0, { timeToLive: 0.2, deleteCallback: (value) => { deleted.push(value); } });
    const out = gr.Number({ label: "Out" });
    gr.Button("Up").click({ fn: (n) => [n + 1, n + 1], inputs: state, outputs: [state, out] });
    state.change({ fn: () => { changes += 1; } });
  });`);
  app.press("Up");
  await app.shows("Out", 1);
  await vi.waitFor(() => expect(app.global("deleted")).toEqual([1]), { timeout: 4000 });
  await app.idle();
  expect(app.global("changes")).toBe(1);
  app.press("Up");
  await app.shows("Out", 1);
});

test("a State expires at its time though its worker was ended under it", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const state = gr.State(0, { timeToLive: 0.4 });
    const out = gr.Number({ label: "Out" });
    gr.Button("Up").click({ fn: (n) => [n + 1, n + 1], inputs: state, outputs: [state, out] });
  });`);
  app.press("Up");
  await app.shows("Out", 1);
  const workers = app.workers();
  await app.crash();
  await vi.waitFor(() => expect(app.workers()).toBe(workers + 1), { timeout: 4000 });
  await app.session(0);
  app.press("Up");
  await app.idle();
  await app.shows("Out", 1);
});

test("who leaves is told to unload, and what was kept of them is deleted", async () => {
  const app = await openApp(`const log = [];
  export default gr.Blocks((demo) => {
    const state = gr.State("", { deleteCallback: (value) => { log.push(\`deleted \${value}\`); } });
    gr.Button("Set").click({ fn: () => "mine", outputs: state });
    demo.unload({ fn: (request = gr.Request()) => { log.push(request.sessionHash === "" ? "nobody" : "unloaded"); } });
  });`);
  app.press("Set");
  await app.idle();
  app.user.refresh();
  await vi.waitFor(() => expect(app.global("log")).toEqual(["unloaded", "deleted mine"]), { timeout: 4000 });
});
