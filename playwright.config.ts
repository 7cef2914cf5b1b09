// End-to-end tests in real browsers against the built site; a fixture serves dist on a free port for each worker.

import { defineConfig } from "@playwright/test";
import { browserArgs, browserPath } from "./e2e/browser.mjs";
import { patience } from "./e2e/slow.mjs";
import { long } from "./e2e/torture/size.ts";

const executablePath = browserPath();
const firefoxPath = browserPath("firefox");

/** Those that are about what browsers differ in: isolation, storage, locks, channels, workers, and all the examples. */
const firefoxTests = [
  ...["browser-state", "concurrency", "environment", "examples", "global-state", "hostile", "interface", "newcomer"],
  ...["sandbox", "session-state", "shell", "stop", "streaming"],
]
  .map((name) => new RegExp(`e2e/${name}\\.spec\\.ts$`))
  .concat(/e2e\/examples\//);

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env["CI"]),
  // What passes waits for nothing; a machine that is shared may take many times as long as a desk.
  expect: { timeout: 30_000 * patience, toPass: { timeout: 30_000 * patience } },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    // It would keep all of the site in each test's browser: e2e/offline lets it.
    serviceWorkers: "block",
    viewport: { width: 1360, height: 860 },
    launchOptions: { args: browserArgs, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    // No traces unless asked for with `--trace on`: they take a third of the time, and what they do in a page counts as its.
    { name: "site", testIgnore: ["bench/**", "torture/**"], timeout: 150_000 * patience },
    // What people have, spoken to by WebDriver BiDi, which can play no phone and no dark system and end no process; and of an
    // error that a page logs it says the words no more.
    {
      name: "firefox",
      testMatch: firefoxTests,
      grepInvert: /on a phone|where the system is dark|process dies|it is our fault/,
      timeout: 150_000 * patience,
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { args: [], ...(firefoxPath ? { executablePath: firefoxPath } : {}) },
      },
    },
    // Starts and kills browsers of its own.
    { name: "torture", testDir: "e2e/torture", timeout: long ? 900_000 : 240_000 },
  ],
});
