// `npm run bench [-- state components links] [--json FILE]`: measures the rows of the design's table against their floors
// and peers, all in one browser, and prints them. It judges nothing: a missed target is no failure. `npm run bench --
// --profile` prints instead where the time of single calls goes.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browserArgs, browserPath } from "../browser.mjs";
import { serve } from "../server.mjs";
import { blocksRows } from "./blocks.mjs";
import { componentRows } from "./components.mjs";
import { linkRows } from "./links.mjs";
import { printProfiles } from "./profile.mjs";
import { toTable } from "./report.mjs";
import { siteRows } from "./site.mjs";
import { stateRows } from "./state.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** @type {Record<string, (tools: Tools) => Promise<import("./report.mjs").Row[]>>} */
const groups = {
  state: async ({ context, urls }) => [...(await stateRows(context, urls.pages)), ...(await siteRows(context, urls))],
  components: async ({ context, urls }) => [
    ...(await componentRows(context, urls.site)),
    ...(await blocksRows(context, urls.site)),
  ],
  links: ({ context, urls }) => linkRows(context, urls.pages),
};

/** @typedef {{ context: import("@playwright/test").BrowserContext, urls: { site: string, pages: string } }} Tools */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, profile: { type: "boolean" } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(groups);
const unknown = wanted.filter((name) => !(name in groups));
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(", ")}: ${Object.keys(groups).join(", ")}.`);
  process.exit(1);
}

prepare();
if (values.profile) {
  await inBrowser(({ context, urls }) => printProfiles(context, urls.pages));
  process.exit();
}
const rows = await inBrowser(async (tools) => {
  const found = [];
  for (const name of wanted) found.push(...((await groups[name]?.(tools)) ?? []));
  return found;
});
console.log(`\n${toTable(rows)}`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);

/** The peers, the types, the site and the bench's own pages; in folders of the bench, so that nobody's build is touched. */
function prepare() {
  console.log("… building");
  const lock = join(here, "package-lock.json");
  const installed = join(here, "node_modules/.package-lock.json");
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    run("npm", ["--prefix", here, "ci", "--silent"]);
  }
  run("npx", ["tsc", "-p", here]);
  run("npx", ["tsc", "-p", join(here, "worker")]);
  run("npx", ["vite", "build", "--logLevel", "warn", "--outDir", join(here, "dist/site")]);
  const readable = values.profile ? ["--minify", "false"] : [];
  run("npx", ["vite", "build", "--logLevel", "warn", "--config", join(here, "vite.config.ts"), ...readable]);
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * On a disk, as a person's browser is: what Playwright calls a new context keeps its databases in memory.
 * @template T
 * @param {(tools: Tools) => Promise<T>} measure
 * @returns {Promise<T>}
 */
async function inBrowser(measure) {
  const [site, pages] = [await serve({ directory: "bench/dist/site" }), await serve({ directory: "bench/dist/pages" })];
  const profile = mkdtempSync(join(tmpdir(), "interstate-bench-"));
  const executablePath = browserPath();
  const context = await chromium.launchPersistentContext(profile, {
    args: browserArgs,
    ...(executablePath ? { executablePath } : {}),
  });
  context.on("weberror", (error) => console.error(error.error()));
  try {
    return await measure({ context, urls: { site: site.url, pages: pages.url } });
  } finally {
    await context.close();
    await site.close();
    await pages.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
