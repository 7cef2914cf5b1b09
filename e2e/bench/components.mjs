// The rows of large values in the built site. They count what is drawn and what is kept, so they come out the same however
// busy the machine is; the times beside them are only shown.

import { countRow, timeRow } from "./report.mjs";

/** @typedef {import("@playwright/test").BrowserContext} BrowserContext */
/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./report.mjs").Row} Row */

const rows = 100_000;
const yields = 10_000;

const table = `import * as gr from "interstate";

const make = () => Array.from({ length: ${rows} }, (_, i) => ({ id: i, name: \`row \${i}\`, square: i * i }));

export default gr.Interface({ fn: make, inputs: [], outputs: gr.Dataframe({ label: "Table" }) });
`;

const stream = `import * as gr from "interstate";

function* run() {
  for (let i = 1; i <= ${yields}; i++) yield \`\${i} \${"x".repeat(5000)}\`;
}

export default gr.Interface({ fn: run, inputs: [], outputs: gr.Textbox({ label: "Progress" }) });
`;

/**
 * @param {BrowserContext} context
 * @param {string} site
 * @returns {Promise<Row[]>}
 */
export async function componentRows(context, site) {
  console.log("… a Dataframe of 100,000 rows");
  const tableRows = await dataframe(context, site);
  console.log("… 10,000 yields");
  return [...tableRows, ...(await streaming(context, site))];
}

/** @param {BrowserContext} context @param {string} site */
async function dataframe(context, site) {
  const page = await open(context, site, table);
  await page.getByRole("button", { name: "Generate", exact: true }).click();
  const grid = page.getByLabel("Table", { exact: true });
  await page.locator(`[aria-rowcount="${rows + 1}"]`).waitFor();
  const { most, frames } = await grid.evaluate(async (element) => {
    let most = 0;
    const frames = [];
    for (let step = 0; step <= 300; step++) {
      const start = performance.now();
      // In leaps and in small steps.
      element.scrollTop = step < 150 ? (element.scrollHeight * step) / 150 : element.scrollHeight - (step - 150) * 57;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames.push(performance.now() - start);
      most = Math.max(most, element.querySelectorAll('[role="row"]').length);
    }
    return { most, frames };
  });
  await page.close();
  return [
    countRow("Dataframe of 100,000 rows: rows in the page while scrolling", most, 200, "rows"),
    timeRow("Dataframe of 100,000 rows: a frame while scrolling", frames, null),
  ];
}

/** @param {BrowserContext} context @param {string} site */
async function streaming(context, site) {
  const page = await open(context, site, stream);
  const field = page.getByLabel("Progress", { exact: true });
  const watch = await field.evaluateHandle((element) => {
    const seen = { frames: 0, drawn: 0, last: 0, backwards: 0 };
    // A field's text is a property, which no observer sees.
    const { set, get } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value") ?? {};
    Object.defineProperty(element, "value", {
      get: () => get?.call(element),
      set(text) {
        const now = Number.parseInt(text, 10);
        seen.drawn += 1;
        if (now < seen.last) seen.backwards += 1;
        seen.last = now;
        set?.call(element, text);
      },
    });
    requestAnimationFrame(function frame() {
      seen.frames += 1;
      requestAnimationFrame(frame);
    });
    return seen;
  });
  const before = await heapMb(page);
  const start = performance.now();
  await page.getByRole("button", { name: "Generate", exact: true }).click();
  await page.waitForFunction((last) => {
    const field = document.querySelector("section.app textarea");
    return field instanceof HTMLTextAreaElement && field.value.startsWith(`${last} `);
  }, yields);
  const durationMs = performance.now() - start;
  const seen = await watch.jsonValue();
  const grownMb = Math.max(0, (await heapMb(page)) - before);
  await page.close();
  return [
    // The last value is not kept waiting for a frame.
    countRow(
      "10,000 yields: drawn more often than once a frame",
      Math.max(0, seen.drawn - seen.frames - 1),
      0,
      "times",
    ),
    countRow("10,000 yields: missing at the end", yields - seen.last, 0, "yields"),
    countRow("10,000 yields: shown out of order", seen.backwards, 0, "times"),
    countRow("10,000 yields: memory of the page grows by", grownMb, 15, "MB", "50 MB were yielded"),
    timeRow("10,000 yields: until the last is shown", [durationMs], null, `drawn ${seen.drawn} times`),
  ];
}

/**
 * What the page holds once everything that nobody needs is gone.
 * @param {Page} page
 */
async function heapMb(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1_000_000;
}

/** @param {BrowserContext} context @param {string} site @param {string} source */
async function open(context, site, source) {
  const page = await context.newPage();
  await page.goto(`${site}#src=${encodeURIComponent(source)}&view=app`);
  await page.locator('section[aria-label="App"][aria-busy="false"]').waitFor();
  return page;
}
