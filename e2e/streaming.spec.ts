// Ten thousand yields as fast as they come: drawn at most once a frame, all of them counted, the last one shown, and the
// page's memory as it was. The tests count what is drawn; they do not time it.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test.ts";

const yields = 10_000;
/** Of a yield; kept, they would be 50 MB. */
const yieldChars = 5_000;

const streaming = `import * as gr from "interstate";

let counted = 0;

function* run() {
  for (let i = 1; i <= ${yields}; i++) {
    counted += 1;
    yield \`\${i} \${"x".repeat(${yieldChars})}\`;
  }
}

export default gr.Interface({ fn: run, inputs: [], outputs: gr.Textbox({ label: "Progress" }) });
`;

test("ten thousand yields are drawn at most once a frame, and every one counts", async ({ open }) => {
  const tab = await open(streaming, { view: "split" });
  // A field's text is a property, which no observer sees: its setter is watched.
  const watch = await tab.user.field("Progress").evaluateHandle((field: HTMLTextAreaElement) => {
    const seen = { frames: 0, drawn: 0, values: [] as number[] };
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value") ?? {};
    Object.defineProperty(field, "value", {
      get: () => get?.call(field) as string,
      set(text: string) {
        seen.drawn += 1;
        seen.values.push(Number.parseInt(text, 10));
        set?.call(field, text);
      },
    });
    requestAnimationFrame(function frame() {
      seen.frames += 1;
      requestAnimationFrame(frame);
    });
    return seen;
  });
  await tab.user.generate.click();
  await expect.poll(() => tab.user.text("Progress").then((text) => Number.parseInt(text, 10))).toBe(yields);
  await tab.ready();
  const { frames, drawn, values } = await watch.jsonValue();
  expect(drawn).toBeGreaterThan(1);
  // The last is not kept waiting for a frame.
  expect(drawn).toBeLessThanOrEqual(frames + 1);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(values.at(-1)).toBe(yields);
  await tab.state.shows("Global state", "counted", String(yields));
});

test("ten thousand yields leave the page's memory as it was", async ({ open }) => {
  const tab = await open(streaming.replace("counted += 1;", ""));
  const run = async () => {
    await tab.user.generate.click();
    await expect.poll(() => tab.user.text("Progress").then((text) => Number.parseInt(text, 10))).toBe(yields);
    await tab.ready();
  };
  await tab.user.clear.click();
  const before = await heapMb(tab.page);
  await run();
  expect((await heapMb(tab.page)) - before).toBeLessThan(15);
});

/** What the page holds once everything that nobody needs is gone. */
async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1_000_000;
}
