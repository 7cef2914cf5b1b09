import { expect, test, vi } from "vitest";
import { openApp } from "./open-app.ts";

test("two State of one Blocks, and a table that follows them", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const last = gr.State(0);
    const history = gr.State({ a: "a" });
    const current = gr.Number({ label: "Square" });
    const table = gr.JSON({ label: "History" });
    gr.Button("Next").click({
      fn: (n, all) => { n += 1; all[n] = n * n; return [n * n, n, all, all]; },
      inputs: [last, history],
      outputs: [current, last, history, table],
    });
  });`);
  for (const square of [1, 4, 9]) {
    app.press("Next");
    await app.shows("Square", square);
    await app.idle();
  }
  expect(app.value("History")).toEqual({ a: "a", 1: 1, 2: 4, 3: 9 });
});

test("a State's change is told for each deep change, in place or not, and not for the same again", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const list = gr.State([]);
    const count = gr.Number(0, { label: "Changes" });
    const size = gr.Number({ label: "Size" });
    gr.Button("Push").click({ fn: (x) => { x.push(1); }, inputs: list });
    gr.Button("Same").click({ fn: (x) => [...x], inputs: list, outputs: list });
    gr.Button("Forth and back").click({ fn: (x) => { x.push(2); x.pop(); }, inputs: list });
    list.change({ fn: (x, n) => [n + 1, x.length], inputs: [list, count], outputs: [count, size] });
  });`);
  app.press("Push");
  await app.shows("Changes", 1);
  await app.idle();
  app.press("Same");
  await app.idle();
  app.press("Forth and back");
  await app.idle();
  expect(app.value("Changes")).toBe(1);
  app.press("Push");
  await app.shows("Size", 2);
  expect(app.value("Changes")).toBe(2);
});

test("success comes first, then the State's change, then what always follows", async () => {
  const app = await openApp(`const order = [];
  export default gr.Blocks(() => {
    const state = gr.State(0);
    const bad = gr.Checkbox({ label: "Bad" });
    const run = gr.Button("Go").click({
      fn: (n, bad) => { if (bad) throw new Error("no"); return n + 1; },
      inputs: [state, bad],
      outputs: state,
    });
    run.then({ fn: () => { order.push("then"); } });
    run.success({ fn: () => { order.push("success"); } });
    run.failure({ fn: () => { order.push("failure"); } });
    state.change({ fn: () => { order.push("change"); } });
  });`);
  app.press("Go");
  await vi.waitFor(() => expect(app.global("order")).toEqual(["success", "change", "then"]));
  await app.idle();
  app.type("Bad", true);
  app.press("Go");
  await vi.waitFor(() => expect(app.global("order")).toEqual(["success", "change", "then", "failure", "then"]));
});

test("each yield shows, and tells of the State that it changed", async () => {
  const app = await openApp(`const seen = [];
  export default gr.Blocks(() => {
    const state = gr.State(0);
    const out = gr.Number({ label: "Out" });
    gr.Button("Count").click({
      fn: async function* (n) {
        for (let i = 1; i <= 3; i++) { yield [i, i]; await new Promise((done) => setTimeout(done, 30)); }
      },
      inputs: state,
      outputs: [state, out],
    });
    state.change({ fn: () => {}, triggerMode: "multiple" }).then({ fn: () => { seen.push(1); }, triggerMode: "multiple" });
  });`);
  app.press("Count");
  await app.shows("Out", 3);
  await vi.waitFor(() => expect(app.global("seen")).toEqual([1, 1, 1]));
});

const cycle = `export default gr.Blocks(() => {
  const a = gr.Number(0, { label: "A" });
  const b = gr.Number(0, { label: "B" });
  a.change({ fn: (n) => n + STEP, inputs: a, outputs: b });
  b.change({ fn: (n) => n + STEP, inputs: b, outputs: a });
});`;

test("listeners that trigger each other without end are stopped, and the message names the circle", async () => {
  const app = await openApp(cycle.replaceAll("STEP", "1"));
  app.type("A", 1);
  await vi.waitFor(() => expect(app.user.error()?.title).toBe("Listeners trigger each other without end"), {
    timeout: 8000,
  });
  expect(app.user.error()?.message).toContain('"A"');
  expect(app.user.error()?.message).toContain('"B"');
  await app.idle();
}, 15_000);

test("listeners that come to an agreement are left alone", async () => {
  const app = await openApp(cycle.replaceAll("STEP", "0"));
  app.type("A", 7);
  await app.shows("B", 7);
  await app.idle();
  expect([app.value("A"), app.user.error()]).toEqual([7, null]);
});

const slow = `export default gr.Blocks(() => {
  const out = gr.Number(0, { label: "Out" });
  const note = gr.Textbox({ label: "Note" });
  const input = gr.Number(1, { label: "In" });
  const wait = () => new Promise((done) => setTimeout(done, 60));
  const run = gr.Button("Go").click({
    fn: async (n, by) => { await wait(); return n + by; },
    inputs: [out, input],
    outputs: out,
    triggerMode: MODE,
  });
  gr.Button("Stop").click({ cancels: run }).then({ fn: () => "stopped", outputs: note });
  run.failure({ fn: () => "failed", outputs: note });
});`;

test.each([
  ["once", 1],
  ["multiple", 3],
  ["always_last", 2],
])("triggers while it runs, with %s, make %i calls", async (mode, calls) => {
  const app = await openApp(
    slow.replace("MODE", JSON.stringify(mode)).replace("inputs: [out, input]", "inputs: [out, input]"),
  );
  app.press("Go");
  app.press("Go");
  app.press("Go");
  await app.idle();
  // With multiple, all three began with what was there when they were pressed.
  expect(app.value("Out")).toBe(mode === "multiple" ? 1 : calls);
});

test("what cancels a listener really ends its call, and what follows it hears of it", async () => {
  const app = await openApp(slow.replace("MODE", '"once"').replace("await wait()", "await new Promise(() => {})"));
  app.press("Go");
  await vi.waitFor(() => expect(app.user.call()?.kind).toBe("running"));
  app.press("Stop");
  await app.shows("Note", "failed");
  await app.idle();
  expect(app.said).toEqual(["Go click was stopped. What is loaded once loads again."]);
  app.press("Stop");
  await app.shows("Note", "stopped");
});

test("what cancels a call that ends its worker runs in the one that takes its place, before what came later", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const kept = gr.State([]);
    const seen = gr.JSON({ label: "Seen" });
    const endless = gr.Button("Endless").click({ fn: () => new Promise(() => {}), inputs: kept });
    const note = (what) => (list) => { list.push(what); return list; };
    gr.Button("Cancel").click({ fn: note("cancelled"), inputs: kept, outputs: seen, cancels: endless });
    gr.Button("After").click({ fn: note("after"), inputs: kept, outputs: seen });
  });`);
  app.press("Endless");
  await vi.waitFor(() => expect(app.user.call()).toMatchObject({ kind: "running" }));
  app.press("Cancel");
  app.press("After");
  await app.shows("Seen", ["cancelled", "after"]);
  expect(app.user.error()).toBe(null);
  expect(app.workers()).toBe(2);
});

test("a call that may run anywhere does not wait behind a long one", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const out = gr.Textbox({ label: "Out" });
    const long = gr.Button("Long").click({ fn: async () => { await new Promise(() => {}); } });
    gr.Button("Short").click({ fn: () => "done", outputs: out });
    gr.Button("Stop").click({ cancels: long });
  });`);
  app.press("Long");
  await vi.waitFor(() => expect(app.user.call()?.kind).toBe("running"));
  app.press("Short");
  await app.shows("Out", "done");
  expect(app.workers()).toBe(2);
  app.press("Stop");
  await app.idle();
});

test("calls that use State queue, so that no update is lost", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const n = gr.State(0);
    const out = gr.Number({ label: "Out" });
    const add = async (x) => { await new Promise((done) => setTimeout(done, 20)); return [x + 1, x + 1]; };
    for (const name of ["One", "Two", "Three"]) gr.Button(name).click({ fn: add, inputs: n, outputs: [n, out] });
  });`);
  for (const name of ["One", "Two", "Three"]) app.press(name);
  await app.shows("Out", 3);
});

test("a validator says what is wrong at each input, and the function is not called", async () => {
  const app = await openApp(`let calls = 0;
  export default gr.Blocks(() => {
    const age = gr.Number(5, { label: "Age" });
    const name = gr.Textbox("", { label: "Name" });
    gr.Button("Go").click({
      fn: () => { calls += 1; },
      inputs: [age, name],
      validator: (age, name) => [gr.validate(age >= 18, "Too young"), gr.validate(name !== "", "Say your name")],
    });
  });`);
  app.press("Go");
  await vi.waitFor(() => expect(app.user.fieldError(app.find("Age"))).toBe("Too young"));
  expect(app.user.fieldError(app.find("Name"))).toBe("Say your name");
  app.type("Age", 20);
  app.type("Name", "Ada");
  app.press("Go");
  await vi.waitFor(() => expect(app.global("calls")).toBe(1));
});

test("what triggered it, and whose it is, a function finds in its last parameters", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const out = gr.JSON({ label: "Out" });
    const box = gr.Textbox({ label: "Box" });
    gr.on({ triggers: box.submit, fn: (text, evt = gr.SelectData(), request = gr.Request()) => ({
      text, index: evt.index, own: evt.target === box, hash: request.sessionHash.length > 5 }), inputs: box, outputs: out });
  });`);
  app.type("Box", "hi");
  app.tell("Box", "submit", { index: 4 });
  await app.shows("Out", { text: "hi", index: 4, own: true, hash: true });
});

test("outputs by component or by name, and one that is no output is named", async () => {
  const app = await openApp(`export default gr.Blocks(() => {
    const a = gr.Textbox({ label: "A" });
    const b = gr.Textbox({ label: "B" });
    gr.Button("Map").click({ fn: () => new Map([[b, "by component"]]), outputs: [a, b] });
    gr.Button("Name").click({ fn: () => ({ first: "by name" }), outputs: { first: a, second: b } });
    gr.Button("Wrong").click({ fn: () => new Map([[b, "x"]]), outputs: a });
  });`);
  app.press("Map");
  await app.shows("B", "by component");
  app.press("Name");
  await app.shows("A", "by name");
  app.press("Wrong");
  await vi.waitFor(() => expect(app.user.error()?.message).toContain('a value for "B", which is none of its outputs'));
});
