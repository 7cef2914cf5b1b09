// gr.Blocks at its edges. Mistakes end in words that name the place; load stays smooth, which is counted, not timed.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";

const blocks = (body: string, before = "") => `import * as gr from "interstate";
${before}
export default gr.Blocks((demo) => {
${body}
});
`;

test("an event that names a component of another Blocks says which, and what to do", async ({ open }) => {
  const { app } = await open(
    blocks(
      `  gr.Button("Go").click({ fn: () => "x", outputs: elsewhere });`,
      `let elsewhere: ReturnType<typeof gr.Textbox>;
gr.Blocks(() => { elsewhere = gr.Textbox({ label: "Elsewhere" }); });`,
    ),
    { ready: false },
  );
  await expect(app.getByRole("alert")).toContainText(
    "click.outputs names a Textbox that is no part of this gr.Blocks: make it inside, or call its render() there",
  );
});

test("a circle of change events is stopped, by name, and the app goes on", async ({ open }) => {
  const { user } = await open(
    blocks(`  const first = gr.Number({ label: "First", value: 0 });
  const second = gr.Number({ label: "Second", value: 0 });
  first.change({ fn: (n) => n + 1, inputs: first, outputs: second });
  second.change({ fn: (n) => n + 1, inputs: second, outputs: first });
  const double = gr.Number({ label: "Double" });
  gr.Button("Double it").click({ fn: (n) => n * 2, inputs: first, outputs: double });`),
  );
  await user.field("First").fill("1");
  await expect(user.alert).toContainText(/"First" → "Second" → "First"|"Second" → "First" → "Second"/);
  await user.button("Double it").click();
  await expect(async () => {
    const [first, double] = [Number(await user.text("First")), Number(await user.text("Double"))];
    expect(double).toBe(2 * first);
    expect(first).toBeGreaterThan(1);
  }).toPass();
});

test("a render that throws says so, leaves what stood there, and renders again", async ({ open }) => {
  const { user } = await open(
    blocks(`  const count = gr.Number({ label: "Count", value: 2 });
  gr.render({ inputs: count }, (n: number) => {
    if (n > 3) throw new RangeError("No more than three boxes");
    for (let i = 1; i <= n; i++) gr.Textbox({ label: "Box " + i, key: i });
  });`),
  );
  await user.field("Box 2").fill("kept");
  await user.field("Count").fill("9");
  await user.field("Count").blur();
  await expect(user.alert).toContainText("No more than three boxes");
  await user.shows("Box 2", "kept");
  await user.field("Count").fill("3");
  await user.field("Count").blur();
  await expect(user.field("Box 3")).toBeVisible();
  await user.shows("Box 2", "kept");
  await expect(user.alert).toHaveCount(0);
});

test("a value for a component that is no output says which, and that it should be one", async ({ open }) => {
  const { user } = await open(
    blocks(`  const shown = gr.Textbox({ label: "Shown" });
  const other = gr.Textbox({ label: "Other" });
  gr.Button("Map").click({ fn: () => new Map([[other, "x"]]) as never, outputs: shown });
  gr.Button("Record").click({ fn: () => ({ shwon: "x", shown: "y" }), outputs: { shown } });`),
  );
  await user.button("Map").click();
  await expect(user.alert).toContainText(
    'returned a value for "Other", which is none of its outputs: add it to outputs',
  );
  await user.button("Record").click();
  await expect(user.alert).toContainText('returned a value for "shwon", which is none of its outputs');
  await user.shows("Shown", "");
});

test("of a State of 50 MB only what a call changes crosses to the page", async ({ open, context }) => {
  await context.addInitScript(countBytes);
  const tab = await open(
    blocks(`  const large = gr.State(() => new Uint8Array(50_000_000));
  const sum = gr.Number({ label: "Sum" });
  gr.Button("Add").click({
    fn(bytes: Uint8Array) {
      bytes[25_000_000] = (bytes[25_000_000] ?? 0) + 1;
      return bytes[25_000_000];
    },
    inputs: large,
    outputs: sum,
  });`),
  );
  const { page, user } = tab;
  await user.button("Add").click();
  await user.shows("Sum", "1");
  const before = await received(page);
  await user.button("Add").click();
  await user.shows("Sum", "2");
  expect((await received(page)) - before).toBeLessThan(100_000);
  await tab.refresh();
  await user.button("Add").click();
  await user.shows("Sum", "1");
});

test("200 States: one function takes and returns all of them", async ({ open }) => {
  const { user } = await open(
    blocks(`  const states = Array.from({ length: 200 }, () => gr.State(0));
  const total = gr.Number({ label: "Total" });
  gr.Button("Add").click({
    fn: (...counts: number[]) => [...counts.map((n) => n + 1), counts.reduce((sum, n) => sum + n + 1, 0)],
    inputs: states,
    outputs: [...states, total],
  });`),
  );
  await user.button("Add").click();
  await user.shows("Total", "200");
  await user.button("Add").click();
  await user.shows("Total", "400");
});

test("1,000 components, 500 listeners: a call draws its own output and nothing else", async ({ open }) => {
  const { page, app, user } = await open(
    blocks(`  for (let i = 1; i <= 500; i++) {
    const input = gr.Textbox({ label: "In " + i });
    const output = gr.Textbox({ label: "Out " + i });
    input.change({ fn: (text) => text.toUpperCase(), inputs: input, outputs: output });
  }`),
  );
  await expect(app.locator("textarea")).toHaveCount(1000);
  await user.field("In 250").scrollIntoViewIfNeeded();
  const drawn = await page.evaluateHandle(() => {
    const slots = new Set<Element | null>();
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value") ?? {};
    Object.defineProperty(HTMLTextAreaElement.prototype, "value", {
      get(this: HTMLTextAreaElement): unknown {
        return get?.call(this);
      },
      set(this: HTMLTextAreaElement, text: string) {
        slots.add(this.closest(".slot"));
        set?.call(this, text);
      },
    });
    new MutationObserver((records) => {
      for (const { target } of records) {
        const slot = (target instanceof Element ? target : target.parentElement)?.closest(".slot");
        if (slot) slots.add(slot);
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    return slots;
  });
  await user.field("In 250").fill("hello");
  await user.shows("Out 250", "HELLO");
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await drawn.evaluate((slots) => slots.size)).toBeLessThanOrEqual(2);
});

test("of 1,000 components only what is near is laid out, and a list that drops from one lies over those below it", async ({
  open,
}) => {
  const { page, app, user } = await open(
    blocks(`  for (let i = 1; i <= 1000; i++) {
    if (i === 600) gr.Dropdown({ label: "Fruit", choices: ["apple", "banana", "cherry", "date", "elder"] });
    else gr.Textbox({ label: "Text " + i });
  }`),
  );
  const isLaidOut = (label: string) =>
    user.field(label).evaluate((field) => field.checkVisibility({ contentVisibilityAuto: true }));
  await expect(app.locator("textarea")).toHaveCount(999);
  expect(await isLaidOut("Text 1")).toBe(true);
  expect(await isLaidOut("Text 1000")).toBe(false);
  const far = user.field("Text 1000");
  await far.fill("the end");
  await expect(far).toBeInViewport();
  expect(await isLaidOut("Text 1000")).toBe(true);
  expect(await isLaidOut("Text 601")).toBe(false);

  const fruit = user.field("Fruit");
  await fruit.click();
  // A click has to find the choice before what lies under it.
  await page.getByRole("option", { name: "elder" }).click();
  await expect(fruit).toHaveValue("elder");
  await expect.poll(() => isLaidOut("Text 1000")).toBe(false);
  await user.shows("Text 1000", "the end");
});

/** Runs in the page: counts what is in the messages that reach it. */
function countBytes(): void {
  const counted = window as unknown as { bytesReceived: number };
  counted.bytesReceived = 0;
  const seen = new WeakSet<MessageEvent>();
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data") ?? {};
  const size = (value: unknown): number => {
    if (typeof value === "string") return value.length;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value !== "object" || value === null) return 8;
    return Object.values(value).reduce<number>((sum, each) => sum + size(each), 8);
  };
  Object.defineProperty(MessageEvent.prototype, "data", {
    get(this: MessageEvent): unknown {
      const data: unknown = get?.call(this);
      if (!seen.has(this)) counted.bytesReceived += size(data);
      seen.add(this);
      return data;
    },
  });
}

function received(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { bytesReceived: number }).bytesReceived);
}
