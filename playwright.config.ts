// End-to-end tests in a real Chromium against the built site; a fixture serves dist on a free port for each worker.

import { defineConfig } from "@playwright/test";
import { browserArgs, browserPath } from "./e2e/browser.mjs";

const executablePath = browserPath();

export default defineConfig({
  testDir: "e2e",
  testIgnore: "bench/**",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 30_000,
  expect: { timeout: 8_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    trace: "retain-on-failure",
    viewport: { width: 1360, height: 860 },
    launchOptions: { args: browserArgs, ...(executablePath ? { executablePath } : {}) },
  },
});
