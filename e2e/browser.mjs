// Finds the Chromium that the tests run in, and gets one if there is none. Run before the tests; the configuration of
// Playwright reads what was found. Each candidate has to start: a download without its system libraries does not count.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { argv, env, getuid, platform } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const { CHROMIUM_PATH, PATH } = env;
const downloadLimitMs = 60_000;
const outcome = fileURLToPath(new URL("../node_modules/.cache/interstate/browser.txt", import.meta.url));

/** Chromium refuses its own sandbox to root; the rest keeps it from talking to anybody but the site. */
export const browserArgs = [
  ...(getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--no-default-browser-check",
  "--no-first-run",
];

/** The browser that was found last, or undefined for Playwright's own choice. */
export function browserPath() {
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  return existsSync(outcome) ? readFileSync(outcome, "utf8") : undefined;
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) await main();

async function main() {
  const path = await acquire();
  if (path === null) {
    console.error(
      "No Chromium starts here, and none could be installed. Install one (Debian: apt-get install chromium;\n" +
        "elsewhere: npx playwright install --with-deps chromium), or set CHROMIUM_PATH to one you have.",
    );
    process.exit(1);
  }
  mkdirSync(dirname(outcome), { recursive: true });
  writeFileSync(outcome, path);
  console.log(`Browser: ${path}`);
}

async function acquire() {
  if (CHROMIUM_PATH) return (await starts(CHROMIUM_PATH)) ? CHROMIUM_PATH : null;
  const known = browserPath();
  if (known && (await starts(known))) return known;
  for (const find of [playwrightsOwn, systems, debians]) {
    for await (const path of find()) if (await starts(path)) return path;
  }
  return null;
}

async function* playwrightsOwn() {
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    console.log(`Downloading Playwright's Chromium, for ${downloadLimitMs / 1000} s at most …`);
    const cli = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
    await run(process.execPath, [cli, "install", "--no-shell", "chromium"], downloadLimitMs);
    if (!existsSync(path)) console.log("It could not be downloaded.");
  }
  yield path;
}

function* systems() {
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    for (const folder of (PATH ?? "").split(delimiter)) yield join(folder, name);
  }
  if (platform === "darwin") yield "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
}

async function* debians() {
  if (getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("Installing Debian's Chromium …");
  await run("apt-get", ["update"]);
  await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  yield "/usr/bin/chromium";
}

/** @param {string} path */
async function starts(path) {
  if (!existsSync(path)) return false;
  try {
    const browser = await chromium.launch({ executablePath: path, args: browserArgs, timeout: 30_000 });
    await browser.close();
    return true;
  } catch (error) {
    console.log(`${path} does not start: ${String(error).split("\n")[0]}`);
    return false;
  }
}

/**
 * Settles when the command has ended. It gets a process group of its own, since a downloader's children outlive it.
 * @param {string} command @param {string[]} args @param {number} [limitMs]
 * @returns {Promise<void>}
 */
function run(command, args, limitMs) {
  const child = spawn(command, args, {
    // A download that fails has a stack to show, which helps nobody; apt's words do.
    stdio: ["ignore", "ignore", limitMs === undefined ? "inherit" : "ignore"],
    detached: true,
    env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
  });
  const timer =
    limitMs === undefined ? undefined : setTimeout(() => process.kill(-Number(child.pid), "SIGKILL"), limitMs);
  return new Promise((resolve) => {
    child.on("error", () => resolve());
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
