// The link rows of the design's table: our codec and lz-string over TypeScript that no dictionary was made from, and over
// examples that were edited as people edit them. Deflate and brotli without a dictionary are shown beside them.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, deflateRawSync } from "node:zlib";
import { percentile } from "./report.mjs";

/** @typedef {import("./report.mjs").Row} Row */

const here = fileURLToPath(new URL(".", import.meta.url));
const src = fileURLToPath(new URL("../../src/", import.meta.url));

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} url Of the bench's own pages
 * @returns {Promise<Row[]>}
 */
export async function linkRows(context, url) {
  console.log("… links");
  const page = await context.newPage();
  await page.goto(url);
  const rows = [];
  for (const { what, sources, target } of [
    { what: "unseen TypeScript", sources: library(), target: 0.65 },
    { what: "unseen playgrounds", sources: playgrounds(), target: 0.65 },
    { what: "edited examples", sources: examples().flatMap(edits), target: 0.12 },
  ]) {
    const { ours, lzString } = await page.evaluate((all) => window.bench.measureLinks(all), sources);
    rows.push(lengthRow(`link length: ${what}`, ours, lzString, target, "floor: lz-string"));
    const without = sources.map((source) => characters(deflateRawSync(source, { level: 9, memLevel: 9 }).length));
    rows.push(lengthRow("link length: the same, deflate alone", without, lzString, null));
    const brotli = sources.map((source) => characters(brotliBytes(source)));
    rows.push(lengthRow("link length: the same, brotli", brotli, lzString, null));
  }
  await page.close();
  return rows;
}

/** Over all of them together: a link of ten thousand characters counts for more than one of a hundred. */
function lengthRow(
  /** @type {string} */ row,
  /** @type {number[]} */ ours,
  /** @type {number[]} */ floor,
  /** @type {number | null} */ target,
  note = "",
) {
  const ratio = sum(ours) / sum(floor);
  return {
    row,
    unit: "characters",
    ours: percentile(ours, 50),
    floor: percentile(floor, 50),
    ratio,
    target,
    met: target === null ? null : ratio <= target,
    samples: ours.length,
    p95: percentile(ours, 95),
    floorP95: percentile(floor, 95),
    ranked: target !== null,
    note,
  };
}

/** Somebody else's library, as it was written. */
function library() {
  const folder = `${here}node_modules/rxjs/src/`;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .toSorted()
    .map((name) => readFileSync(folder + name, "utf8"));
}

/** The programs of the tests; no dictionary is made from Markdown. */
function playgrounds() {
  const text = readFileSync(`${src}app/whole-path/programs.md`, "utf8");
  return Array.from(text.matchAll(/```ts\n([\s\S]*?)```/g), ([, source = ""]) => source);
}

function examples() {
  return readdirSync(`${src}examples`)
    .filter((name) => name.endsWith(".ts"))
    .toSorted()
    .map((name) => readFileSync(`${src}examples/${name}`, "utf8"))
    .filter((text) => text.includes(' from "interstate";') && !text.includes("import.meta"));
}

/** What people do to an example: another word, another number, another name, another line, and all of that. */
function edits(/** @type {string} */ source) {
  const word = (/** @type {string} */ text) => text.replace(/"([A-Z][a-z]+)([^"]*)"/, '"My own $1$2"');
  const number = (/** @type {string} */ text) => text.replace(/\b(\d+)(?=[,;)\]])/, "42");
  const name = (/** @type {string} */ text) => {
    const found = /function (\w+)/.exec(text)?.[1];
    return found ? text.replaceAll(new RegExp(`\\b${found}\\b`, "g"), "myFunction") : text;
  };
  const line = (/** @type {string} */ text) =>
    text.replace(/(function .*\{\n)/, '$1  console.log("called at", new Date());\n');
  return [word, number, name, line, (/** @type {string} */ text) => line(name(number(word(text))))]
    .map((edit) => edit(source))
    .filter((edited) => edited !== source);
}

function brotliBytes(/** @type {string} */ source) {
  return brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** In base64url, with what ours has besides: a format, a dictionary and a checksum. */
function characters(/** @type {number} */ bytes) {
  return 2 + Math.ceil(((bytes + 3) * 4) / 3);
}

function sum(/** @type {number[]} */ values) {
  return values.reduce((total, value) => total + value, 0);
}
