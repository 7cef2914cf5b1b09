// A slow network and a machine that others use too, to find what counts on the order in which things happen to come:
// `npm run test:slow`. Each answer of the site's server waits for a while that its path alone decides, and each process of
// the browser stands still again and again. SLOW, if it is set, is the seed of these whiles.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { env, kill, pid, platform } from "node:process";

const seed = env["SLOW"];
const answerMs = /** @type {const} */ ([50, 800]);
const stallMs = /** @type {const} */ ([50, 350]);
const stallShare = 0.4;
const tickMs = 200;

/** How many times as long a test may wait. */
export const patience = seed ? 4 : 1;

/** Settles when the server may answer. @param {string} path */
export async function delayAnswer(path) {
  if (seed) await new Promise((resolve) => setTimeout(resolve, between(answerMs, share(path))));
}

/**
 * Lets the processes of this process's browsers stand still by turns, on Linux.
 * @returns {() => void} ends it
 */
export function stallBrowsers() {
  if (!seed || platform !== "linux") return () => {};
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  const stalled = new Map();
  /** @param {number} each */
  const goOn = (each) => {
    signal(each, "SIGCONT");
    clearTimeout(stalled.get(each));
    stalled.delete(each);
  };
  let tick = 0;
  const timer = setInterval(() => {
    tick += 1;
    for (const each of descendants(pid)) {
      const lot = share(`${tick} ${each}`);
      if (lot > stallShare || stalled.has(each)) continue;
      signal(each, "SIGSTOP");
      stalled.set(
        each,
        setTimeout(() => goOn(each), between(stallMs, lot / stallShare)),
      );
    }
  }, tickMs);
  return () => {
    clearInterval(timer);
    for (const each of [...stalled.keys()]) goOn(each);
  };
}

/** A number from 0 to 1 that a text and the seed decide. @param {string} text */
function share(text) {
  return createHash("sha1").update(`${seed} ${text}`).digest().readUInt32BE() / 2 ** 32;
}

/** @param {readonly [number, number]} range @param {number} part */
function between([least, most], part) {
  return least + part * (most - least);
}

/** @param {number} parent @returns {number[]} */
function descendants(parent) {
  try {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8")
      .split(" ")
      .filter(Boolean)
      .map(Number);
    return children.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return []; // it has ended
  }
}

/** @param {number} to @param {NodeJS.Signals} name */
function signal(to, name) {
  try {
    kill(to, name);
  } catch {
    // It has ended.
  }
}
