// The rows that are measured through the built site, as a person uses it.

import { installProbe } from "./probe.mjs";
import { ratioRow, timeRow } from "./report.mjs";

/** @typedef {import("@playwright/test").BrowserContext} BrowserContext */
/** @typedef {import("./report.mjs").Row} Row */

const counter = `import * as gr from "interstate";

let count = 0;

function add() {
  count += 1;
  return { count };
}

export default gr.Interface({ fn: add, inputs: [], outputs: gr.JSON({ label: "Count" }) });
`;

const maybeEndless = `import * as gr from "interstate";

const texts: string[] = Array.from({ length: 1000 }, () => "x".repeat(1000)); // 1 MB of state
let calls = 0;

function run(n: number) {
  while (n === 13) {}
  calls += 1;
  texts[0] = String(n);
  return { n };
}

export default gr.Interface({ fn: run, inputs: gr.Number({ label: "N" }), outputs: gr.JSON({ label: "Result" }) });
`;

const labelled = `const label = "A";
import * as gr from "interstate";

let count = 0;

function add() {
  count += 1;
  return { count };
}

export default gr.Interface({ fn: add, inputs: [], outputs: gr.JSON({ label }) });
`;

/**
 * @param {BrowserContext} context
 * @param {{ site: string, pages: string }} urls
 * @returns {Promise<Row[]>}
 */
export async function siteRows(context, urls) {
  console.log("… the built site");
  return [await othersSeeIt(context, urls), await stop(context, urls.site), await edit(context, urls.site)];
}

/** @param {BrowserContext} context @param {{ site: string, pages: string }} urls */
async function othersSeeIt(context, urls) {
  const [rounds, count, pauseMs] = [4, 20, 60];
  const [caller, watcher] = [await open(context, urls.site, counter, "app"), await open(context, urls.site, counter)];
  const [writer, reader] = [await context.newPage(), await context.newPage()];
  for (const page of [writer, reader]) await page.goto(urls.pages);
  /** @type {{ ours: number[], floor: number[] }} */
  const samples = { ours: [], floor: [] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const first = round * count + 1;
    const watching = watcher.evaluate(watchState, { first, count });
    const starts = await caller.evaluate(callAndTime, { first, count, pauseMs });
    const seen = await watching;

    const showing = reader.evaluate((n) => window.bench.showWhatComes(n), count);
    const written = await writer.evaluate(
      ([n, pause]) => window.bench.writeAndTell(n, pause),
      /** @type {const} */ ([count, pauseMs]),
    );
    const shown = await showing;
    if (round === 0) continue;
    samples.ours.push(...seen.map((time, i) => time - (starts[i] ?? NaN)));
    samples.floor.push(...shown.map((time, i) => time - (written[i] ?? NaN)));
  }
  for (const page of [caller, watcher, writer, reader]) await page.close();
  return ratioRow("others see it: commit → shown in another tab", samples, 1.5, "in its State panel");
}

/**
 * In the page. When the commits of these calls began.
 * @param {{ first: number, count: number, pauseMs: number }} plan
 */
async function callAndTime({ first, count, pauseMs }) {
  const { probe } = window;
  const starts = [];
  for (let n = first; n < first + count; n++) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const before = probe.storing.length;
    await probe.press("Generate");
    await probe.until(() => probe.shows(`"count":${n}`));
    starts.push(probe.storing[before] ?? NaN);
  }
  return starts;
}

/**
 * In the page. When the State panel showed each of these numbers, or one after it.
 * @param {{ first: number, count: number }} plan
 */
async function watchState({ first, count }) {
  const { probe } = window;
  /** @type {number[]} */
  const times = [];
  await probe.until(() => {
    const shown = Number(document.querySelector('[aria-label="State"] .state-row .value')?.textContent);
    while (times.length < count && shown >= first + times.length) times.push(probe.now());
    return times.length === count;
  });
  return times;
}

/** @param {BrowserContext} context @param {string} site */
async function stop(context, site) {
  const page = await open(context, site, maybeEndless, "app");
  const samples = [];
  for (let i = 0; i < 16; i++) {
    const durationMs = await page.evaluate(async (next) => {
      const { probe } = window;
      probe.type("13");
      await probe.press("Submit");
      await probe.until(() => probe.sees("Stop"));
      // A worker may still be getting ready in the background, as it may not for a person.
      await new Promise((resolve) => setTimeout(resolve, 700));
      probe.type(String(next));
      const start = performance.now();
      await probe.press("Stop");
      await probe.until(() => probe.ready() && probe.sees("Submit"));
      await probe.press("Submit");
      await probe.until(() => probe.shows(`"n":${next}}`));
      return performance.now() - start;
    }, 1000 + i);
    if (i > 0) samples.push(durationMs);
  }
  await page.close();
  return timeRow("Stop an endless loop → next call answered", samples, 50, "1 MB of state");
}

/** @param {BrowserContext} context @param {string} site */
async function edit(context, site) {
  const page = await open(context, site, labelled);
  const lines = page.locator(".view-lines");
  await lines.getByText("interstate").first().waitFor();
  await page.getByText("No problems", { exact: true }).waitFor();
  await lines.click();
  await page.keyboard.press("ControlOrMeta+Home");
  for (const key of ["End", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
  const samples = [];
  let label = "A";
  for (let i = 0; i < 16; i++) {
    const digit = String(i % 10);
    label += digit;
    const changed = page.evaluate(async (wanted) => {
      const { probe } = window;
      await probe.until(() => probe.labels().includes(wanted) && probe.ready());
      return probe.now() - probe.pauseEnd();
    }, label);
    await page.keyboard.press(digit);
    samples.push(await changed);
    // A spare worker gets ready meanwhile, as it does while a person thinks.
    await page.waitForTimeout(700);
  }
  await page.close();
  return timeRow("edit → new app usable, from the end of the pause in typing", samples.slice(1), 100);
}

/**
 * @param {BrowserContext} context
 * @param {string} site
 * @param {string} source
 * @param {"app" | "split"} [view]
 */
async function open(context, site, source, view = "split") {
  const page = await context.newPage();
  await page.addInitScript(installProbe);
  await page.goto(`${site}#src=${encodeURIComponent(source)}&view=${view}`);
  await page.waitForFunction(() => window.probe.ready());
  return page;
}
