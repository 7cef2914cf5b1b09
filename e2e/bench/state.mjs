// The state rows of the design's table of numbers, those that need no built site.

import { contestRows } from "./contest.mjs";
import { ratioRow } from "./report.mjs";

/** @typedef {import("./report.mjs").Row} Row */

const growths = /** @type {const} */ (["push", "Map set", "object key", "shift", "delete", "LRU touch"]);

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} url Of the bench's own pages
 * @returns {Promise<Row[]>}
 */
export async function stateRows(context, url) {
  console.log("… single calls");
  const page = await context.newPage();
  await page.goto(url);
  const stateless = await page.evaluate(() =>
    window.bench.measureSingle("stateless", { blocks: 10, samplesPerBlock: 10, callsPerSample: 20 }),
  );
  const global = await page.evaluate(() =>
    window.bench.measureSingle("global", { blocks: 10, samplesPerBlock: 20, callsPerSample: 2 }),
  );
  const rows = [
    ratioRow("stateless call", stateless, 1.5, "a sample is the mean of 20 calls"),
    ratioRow("global call, one tab", global, 1.3, "a sample is the mean of 2 calls"),
  ];
  for (const growth of growths) {
    console.log(`… growth: ${growth}`);
    const samples = await page.evaluate(
      (kind) =>
        window.bench.measureGrowth(`growth ${kind}`, kind, { blocks: 6, samplesPerBlock: 15, callsPerSample: 1 }),
      growth,
    );
    rows.push(ratioRow(`growth: ${growth}, 100,000 against 100`, samples, 1.5, "floor: the same on 100"));
    await page.reload();
  }
  for (const [of, target] of /** @type {const} */ ([
    ["numbers", 2],
    ["objects", 5],
  ])) {
    console.log(`… reading ${of}`);
    const { first, later } = await page.evaluate(
      (kind) => window.bench.measureReading(`reading ${kind}`, kind, { loads: 3, rounds: 10 }),
      of,
    );
    rows.push(ratioRow(`reading: reduce over 100,000 ${of}`, later, target, "floor: a plain array"));
    rows.push(ratioRow(`reading: the same for the first time`, first, null));
    await page.reload();
  }
  await page.close();

  const pages = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  for (const each of pages) await each.goto(url);
  rows.push(...(await contestRows(pages)));
  for (const each of pages) await each.close();
  return rows;
}
