// Finds the browser that the tests run in, and gets one if there is none: Chromium, or the Firefox that people have. Run
// before the tests; the configuration of Playwright reads what was found. Each candidate has to start: a download without its
// system libraries does not count.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { argv, env, getuid, platform } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium, firefox } from "@playwright/test";

const downloadLimitMs = 60_000;

/** Chromium refuses its own sandbox to root; the rest keeps it from talking to anybody but the site. */
export const browserArgs = [
  ...(getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--no-default-browser-check",
  "--no-first-run",
];

/** By the name of Playwright's type; `own`: whether Playwright's build of it does. */
const browsers = {
  chromium: {
    title: "Chromium",
    type: chromium,
    own: true,
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    application: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    debian: "chromium",
    path: env["CHROMIUM_PATH"],
    launch: { args: browserArgs },
  },
  firefox: {
    title: "Firefox",
    type: firefox,
    own: false,
    names: ["firefox", "firefox-esr"],
    application: "/Applications/Firefox.app/Contents/MacOS/firefox",
    debian: "firefox-esr",
    path: env["FIREFOX_PATH"],
    // Spoken to by WebDriver BiDi, as it is shipped.
    launch: { channel: "moz-firefox" },
  },
};

/** @typedef {keyof typeof browsers} BrowserName */

/**
 * The browser that was found last, or undefined for Playwright's own choice.
 * @param {BrowserName} name
 */
export function browserPath(name = "chromium") {
  const { path } = browsers[name];
  if (path) return path;
  return existsSync(outcome(name)) ? readFileSync(outcome(name), "utf8") : undefined;
}

/** @param {BrowserName} name */
function outcome(name) {
  return fileURLToPath(new URL(`../node_modules/.cache/interstate/${name}.txt`, import.meta.url));
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href)
  await main(argv[2] === "firefox" ? "firefox" : "chromium");

/** @param {BrowserName} name */
async function main(name) {
  const path = await acquire(name);
  const { title, debian } = browsers[name];
  if (path === null) {
    console.error(
      `No ${title} starts here, and none could be installed. Install one (Debian: apt-get install ${debian};\n` +
        `elsewhere: see playwright.dev), or set ${name.toUpperCase()}_PATH to one you have.`,
    );
    process.exit(1);
  }
  mkdirSync(dirname(outcome(name)), { recursive: true });
  writeFileSync(outcome(name), path);
  console.log(`Browser: ${path}`);
}

/** @param {BrowserName} name */
async function acquire(name) {
  const { path: given } = browsers[name];
  if (given) return (await starts(name, given)) ? given : null;
  const known = browserPath(name);
  if (known && (await starts(name, known))) return known;
  for (const find of [playwrightsOwn, systems, debians]) {
    for await (const path of find(name)) if (await starts(name, path)) return path;
  }
  return null;
}

/** @param {BrowserName} name */
async function* playwrightsOwn(name) {
  const { title, type, own } = browsers[name];
  if (!own) return;
  const path = type.executablePath();
  if (!existsSync(path)) {
    console.log(`Downloading Playwright's ${title}, for ${downloadLimitMs / 1000} s at most …`);
    const cli = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
    await run(process.execPath, [cli, "install", "--no-shell", name], downloadLimitMs);
    if (!existsSync(path)) console.log("It could not be downloaded.");
  }
  yield path;
}

/** @param {BrowserName} name */
function* systems(name) {
  const { names, application } = browsers[name];
  for (const each of names) for (const folder of (env["PATH"] ?? "").split(delimiter)) yield join(folder, each);
  if (platform === "darwin") yield application;
}

/** @param {BrowserName} name */
async function* debians(name) {
  if (getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const { title, debian } = browsers[name];
  console.log(`Installing Debian's ${title} …`);
  await run("apt-get", ["update"]);
  await run("apt-get", ["install", "--yes", "--no-install-recommends", debian]);
  yield `/usr/bin/${debian}`;
}

/** @param {BrowserName} name @param {string} path */
async function starts(name, path) {
  if (!existsSync(path)) return false;
  const { type, launch } = browsers[name];
  try {
    const browser = await type.launch({ ...launch, executablePath: path, timeout: 30_000 });
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
