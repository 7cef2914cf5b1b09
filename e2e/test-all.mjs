// Runs every check and every test, the quick ones first, and stops after the first stage that fails. Its last line says
// how many passed and failed: a check counts as one, tests are counted by their own reports.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

const unitReport = "test-results/unit.json";
const e2eReport = "test-results/e2e.json";

const stages = [["check:types", "check:lint", "check:format", "check:dead", "test:unit"], ["build"], ["test:e2e"]];

/** @type {Record<string, () => { passed: number, failed: number }>} */
const counts = {
  "test:unit"() {
    const report = JSON.parse(readFileSync(unitReport, "utf8"));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  },
  "test:e2e"() {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(e2eReport, "utf8")).stats;
    return { passed: expected, failed: unexpected + flaky };
  },
};

rmSync("test-results", { recursive: true, force: true });
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failedScripts = [];
for (const stage of stages) {
  for (const script of stage) {
    const { passed, failed } = run(script);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) failedScripts.push(script);
  }
  if (total.failed > 0) break;
}
if (failedScripts.length > 0) console.log(`\nFailed: npm run ${failedScripts.join(", npm run ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {string} script */
function run(script) {
  console.log(`\n> ${script}`);
  const { status } = spawnSync("npm", ["run", "--silent", script], { stdio: ["ignore", "inherit", "inherit"] });
  const counted = count(script) ?? { passed: status === 0 ? 1 : 0, failed: 0 };
  // What fails without a failed test to show for it (a file that does not load, no browser) has failed all the same.
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/** @param {string} script */
function count(script) {
  try {
    return counts[script]?.() ?? null;
  } catch {
    return null; // it ended before it wrote its report
  }
}
