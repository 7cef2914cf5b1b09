// What a gr.Blocks is laid out by, and what goes on beside its components: a sidebar, a group, rows that share their room, a
// limit that listeners share, browser state that another tab changes.

import { expect, test } from "../fixtures/test.ts";

const program = (body: string) => `import * as gr from "interstate";\n${body}`;

test("a sidebar opens, closes and tells of it, and keeps what is in it", async ({ open }) => {
  const { app, user } = await open(
    program(`export default gr.Blocks(() => {
  const seen = gr.Textbox({ label: "Seen" });
  const side = gr.Sidebar("Settings", { position: "right", open: false }, () => { gr.Textbox({ label: "Inside" }); });
  side.expand({ fn: () => "opened", outputs: seen });
  side.collapse({ fn: () => "closed", outputs: seen });
});`),
  );
  const head = app.getByRole("button", { name: "Settings" });
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await head.click();
  await user.shows("Seen", "opened");
  await user.field("Inside").fill("kept");
  await expect(async () => {
    const [main, side] = [await user.field("Seen").boundingBox(), await user.field("Inside").boundingBox()];
    // At the right of the rest.
    expect(side?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0));
  }).toPass();
  await head.press("Enter");
  await user.shows("Seen", "closed");
  await expect(user.field("Inside")).toBeHidden();
  await head.click();
  await user.shows("Inside", "kept");
});

test("a sidebar that finds no room beside the rest is as wide as that", async ({ open }) => {
  const { page, user } = await open(
    program(`export default gr.Blocks(() => {
  gr.Button("Main");
  gr.Sidebar("Settings", () => { gr.Button("Inside"); });
});`),
  );
  const wide = async (name: string) => (await user.button(name).boundingBox())?.width ?? 0;
  await page.setViewportSize({ width: 390, height: 800 });
  await expect.poll(async () => (await wide("Main")) - (await wide("Inside"))).toBeLessThan(30);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(() => wide("Inside")).toBeLessThan(300);
});

test("a group is one frame, and can be hidden and shown", async ({ open }) => {
  const { user } = await open(
    program(`export default gr.Blocks(() => {
  const group = gr.Group(() => { gr.Textbox({ label: "One" }); gr.Textbox({ label: "Two" }); });
  gr.Button("Hide").click({ fn: () => gr.Group({ visible: false }), outputs: group });
  gr.Button("Show").click({ fn: () => gr.update({ visible: true }), outputs: group });
});`),
  );
  await user.field("One").fill("kept");
  await user.button("Hide").click();
  await expect(user.field("One")).toBeHidden();
  await expect(user.field("Two")).toBeHidden();
  await user.button("Show").click();
  await user.shows("One", "kept");
});

test("columns share a row by their scale, and a button of scale 0 takes what it needs", async ({ open }) => {
  const { user } = await open(
    program(`export default gr.Blocks(() => {
  gr.Row(() => {
    gr.Column({ scale: 2 }, () => { gr.Textbox({ label: "Wide" }); });
    gr.Column({ scale: 1 }, () => { gr.Textbox({ label: "Narrow" }); });
  });
  gr.Row(() => { gr.Textbox({ label: "Task" }); gr.Button("Go", { scale: 0 }); });
});`),
  );
  const width = async (label: string) => (await user.field(label).boundingBox())?.width ?? 0;
  await expect(async () => {
    expect((await width("Wide")) / (await width("Narrow"))).toBeGreaterThan(1.8);
    expect((await user.button("Go").boundingBox())?.width).toBeLessThan(120);
    expect(await width("Task")).toBeGreaterThan(400);
  }).toPass();
});

test("a row of buttons that finds no room goes on in the next line", async ({ open }) => {
  const { page, user, app } = await open(
    program(`export default gr.Blocks(() => {
  gr.Row(() => { for (const name of ["Collect all pictures", "Clean all pictures", "Send all pictures"]) gr.Button(name); });
});`),
  );
  await page.setViewportSize({ width: 390, height: 844 });
  const right = async (name: string) => {
    const box = await user.button(name).boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0);
  };
  const top = async (name: string) => (await user.button(name).boundingBox())?.y ?? 0;
  await expect(async () => {
    const edge = await app.evaluate((element) => element.getBoundingClientRect().right);
    for (const name of ["Collect all pictures", "Clean all pictures", "Send all pictures"]) {
      expect(await right(name)).toBeLessThan(edge);
    }
    expect(await top("Send all pictures")).toBeGreaterThan(await top("Collect all pictures"));
  }).toPass();
});

test("listeners with one concurrencyId take turns", async ({ open }) => {
  const { user } = await open(
    program(`const hold = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const timed = async () => {
  const begun = Date.now();
  await hold(600);
  return [begun, Date.now()];
};
export default gr.Blocks(() => {
  const times = ["A", "B"].map((name) => gr.JSON({ label: name }));
  const go = gr.Button("Go");
  go.click({ fn: async () => timed(), outputs: times[0], concurrencyId: "gpu" });
  go.click({ fn: async () => timed(), outputs: times[1], concurrencyId: "gpu" });
});`),
  );
  await user.button("Go").click();
  const span = (label: string) => user.json<readonly [number, number]>(label);
  const [a, b] = [await span("A"), await span("B")];
  const [first, second] = a[0] < b[0] ? [a, b] : [b, a];
  expect(second[0]).toBeGreaterThanOrEqual(first[1]);
});

test("another tab's change of browser state is a change here", async ({ open }) => {
  const source = program(`export default gr.Blocks(() => {
  const name = gr.Textbox({ label: "Name" });
  const stored = gr.BrowserState("", { storageKey: "name" });
  const seen = gr.Textbox({ label: "Seen" });
  gr.Button("Keep").click({ fn: (name: string) => name, inputs: name, outputs: stored });
  stored.change({ fn: (name: string) => "Kept " + name, inputs: stored, outputs: seen });
});`);
  const [mine, other] = [await open(source), await open(source)];
  await mine.user.field("Name").fill("Ada");
  await mine.user.button("Keep").click();
  await mine.user.shows("Seen", "Kept Ada");
  await other.user.shows("Seen", "Kept Ada");
});
