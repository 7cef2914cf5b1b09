// Four tabs that add to one list at once: the app, its floor and its peers, each in turn in the same four tabs.

import { percentile, ratioRow } from "./report.mjs";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./report.mjs").Row} Row */
/** @typedef {import("./pages/main.ts").Peer} Peer */

const itemsPerTab = 250;
const rounds = 3;

/** Those that give an isolated read-modify-write and acknowledge after it is stored are ranked. */
const peers = /** @type {readonly (readonly [Peer, { ranked: boolean }])[]} */ ([
  ["idb-keyval update", { ranked: true }],
  ["dexie rw transaction", { ranked: true }],
  ["rxdb incrementalModify", { ranked: true }],
  ["yjs", { ranked: false }],
  ["tinybase", { ranked: false }],
  ["bare appends", { ranked: false }],
]);

/**
 * @param {readonly Page[]} pages
 * @returns {Promise<Row[]>}
 */
export async function contestRows(pages) {
  const title = `${pages.length} tabs × ${itemsPerTab} global calls`;
  const awaited = await ourRounds(pages, "awaited");
  const outstanding = await ourRounds(pages, "outstanding");
  const rows = [
    ratioRow(`${title}, awaited, to all converged and stored`, awaited, 1.3),
    ratioRow(`${title}, all outstanding`, outstanding, 1.5, "floor: one transaction per page and grant of 16"),
  ];
  const ours = percentile(awaited.ours, 50);
  for (const [peer, { ranked }] of peers) {
    console.log(`… ${peer}`);
    const name = `contest ${peer}`;
    // A new page, so that nobody runs beside what went before.
    await Promise.all(pages.map((page) => page.reload()));
    for (const page of pages)
      await page.evaluate(([who, in_]) => window.bench.enterPeer(who, in_), /** @type {const} */ ([peer, name]));
    const durationMs = await race(pages, peer, "awaited");
    const note = ranked ? "the peer as the floor" : "acknowledges or isolates nothing: shown, not ranked";
    rows.push(
      ratioRow(`the same awaited, against ${peer}`, { ours: [ours], floor: [durationMs] }, ranked ? 1 : null, note),
    );
  }
  return rows;
}

/** @param {readonly Page[]} pages @param {"awaited" | "outstanding"} mode */
async function ourRounds(pages, mode) {
  console.log(`… four tabs, ${mode}`);
  /** @type {{ ours: number[], floor: number[] }} */
  const samples = { ours: [], floor: [] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const name = `contest ${mode} ${round}`;
    await Promise.all(pages.map((page) => page.reload()));
    // One after another: the first one makes the room.
    for (const page of pages) await page.evaluate((in_) => window.bench.enter(in_), name);
    for (const side of /** @type {const} */ (["ours", "floor"])) {
      const durationMs = await race(pages, side, mode);
      if (round > 0) samples[side].push(durationMs);
    }
  }
  return samples;
}

/**
 * @param {readonly Page[]} pages
 * @param {string} who
 * @param {"awaited" | "outstanding"} mode
 */
async function race(pages, who, mode) {
  // Late enough for every tab to have heard of it.
  const startAt = Date.now() + 500;
  const plan = { startAt, items: itemsPerTab, total: itemsPerTab * pages.length, mode };
  const ends = await Promise.all(
    pages.map((page, tab) =>
      page.evaluate(
        ([contestant, each]) => window.bench.contend(contestant, each),
        /** @type {const} */ ([who, { ...plan, tab }]),
      ),
    ),
  );
  return Math.max(...ends) - startAt;
}
