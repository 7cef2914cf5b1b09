// The long version of the torture suite: eight tabs, ten thousand versions, kills at random moments that another run has
// elsewhere. Builds the site first. Prints what each item of the list took, and with which seed it can be run again.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { argv, env, execPath, exit } from "node:process";
import { fileURLToPath } from "node:url";

const report = "test-results/torture.json";
const seed = env["TORTURE_SEED"] ?? String(Date.now() % 1_000_000);

rmSync(report, { force: true });
run("npm", ["run", "--silent", "build"]);
run(execPath, ["e2e/browser.mjs"]);
console.log(`Seed: ${seed}`);
const cli = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
const { status } = spawnSync(
  execPath,
  // One at a time: each has many tabs of its own.
  [cli, "test", "--project=torture", "--workers=1", "--reporter=list,json", ...argv.slice(2)],
  {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, TORTURE: "long", TORTURE_SEED: seed, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  },
);
summarise();
exit(status ?? 1);

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) exit(status ?? 1);
}

function summarise() {
  /** @type {Map<string, { tests: number, failed: number, ms: number }>} */
  const items = new Map();
  /** @type {{ suites: { specs: { title: string, ok: boolean, tests: { results: { duration: number }[] }[] }[] }[] }} */
  const { suites } = JSON.parse(readFileSync(report, "utf8"));
  for (const { title, ok, tests } of suites.flatMap(({ specs }) => specs)) {
    const name = title.split(":")[0] ?? title;
    const { tests: before, failed, ms } = items.get(name) ?? { tests: 0, failed: 0, ms: 0 };
    const took = tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0);
    items.set(name, { tests: before + 1, failed: failed + (ok ? 0 : 1), ms: ms + took });
  }
  console.log("");
  const inOrder = [...items].toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)));
  for (const [name, { tests, failed, ms }] of inOrder) {
    const outcome = failed > 0 ? `${failed} of ${tests} failed` : `${tests} passed`;
    console.log(`${name.padEnd(4)} ${outcome.padEnd(16)} ${(ms / 1000).toFixed(1).padStart(6)} s`);
  }
  console.log(`\nSeed: ${seed} (again: TORTURE_SEED=${seed} npm run test:torture)`);
}
