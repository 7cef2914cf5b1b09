// The processes of one browser: finds them in /proc, and which of them draws a page. Elsewhere the tests that stop and kill
// processes are skipped.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Page, test } from "@playwright/test";

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** In ticks. */
  readonly cpu: number;
}

/** All processes of the browser whose profile is in `directory`, its main one first. */
export function processesOf(directory: string): readonly Process[] {
  test.skip(!existsSync("/proc/self/stat"), "Processes are found only where there is /proc, as on Linux.");
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []));
  const main = all.find(({ command }) => command.includes(`--user-data-dir=${directory}`) && !/--type=/.test(command));
  if (!main) return [];
  const found = [main];
  for (const each of found) found.push(...all.filter(({ parent }) => parent === each.pid));
  return found;
}

/** The process that draws a page: the one that works while the page does. Not that of its sandbox. */
export async function rendererOf(page: Page, directory: string): Promise<number> {
  for (;;) {
    const before = new Map(processesOf(directory).map(({ pid, cpu }) => [pid, cpu]));
    // So much work rather than so much time: on a busy machine it would get little done.
    await page.evaluate(() => {
      let hash = 1;
      for (let i = 0; i < 200_000_000; i++) hash = (Math.imul(hash, 31) + i) | 0;
      return hash;
    });
    const worked = processesOf(directory)
      .filter(({ command }) => command.includes("--type=renderer"))
      .map(({ pid, cpu }) => ({ pid, ticks: cpu - (before.get(pid) ?? 0) }))
      .toSorted((a, b) => b.ticks - a.ticks);
    const [first, second] = worked;
    if (first && first.ticks >= 8 && first.ticks > 2 * (second?.ticks ?? 0)) return first.pid;
  }
}

function readProcess(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in parentheses, may hold anything; the fields after it are separated by spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return [{ pid, parent: Number(fields[1]), command, cpu: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
