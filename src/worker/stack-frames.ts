// Reads stacks of the three engines, and keeps the frames of the person's module.
//   Chromium  "    at async press (interstate:///playground.ts:10:3)", "    at interstate:///playground.ts:3:1"
//   Firefox   "async*press@interstate:///playground.ts:10:3"
//   WebKit    "press@blob:null/1f0c…:10:3": it ignores sourceURL, so the module's blob URL counts, too

import type { FrameData } from "../protocol/runtime.ts";

/** The name that the person's module has in stacks. */
export const moduleUrl = "interstate:///playground.ts";

const maxFrames = 30;
const maxNameChars = 200;

/** `urls`: under which names the module is known. Innermost frame first. */
export function parseFrames(stack: string, urls: readonly string[]): FrameData[] {
  const frames: FrameData[] = [];
  for (const line of stack.split("\n")) {
    if (frames.length >= maxFrames) break;
    const frame = parseFrame(line, urls);
    if (frame) frames.push(frame);
  }
  return frames;
}

function parseFrame(line: string, urls: readonly string[]): FrameData | null {
  for (const url of urls) {
    const at = line.lastIndexOf(`${url}:`);
    if (at < 0) continue;
    const position = /^(\d+):(\d+)\)?$/.exec(line.slice(at + url.length + 1).trimEnd());
    if (!position) continue;
    return { fn: functionName(line.slice(0, at)), line: Number(position[1]), column: Number(position[2]) };
  }
  return null;
}

/** From what stands before the address: "    at async Object.press (", "async*press@". */
function functionName(before: string): string {
  const name = before.endsWith("@")
    ? before
        .slice(0, -1)
        .replace(/^async\*/, "")
        .replace(/[/<]+$/, "")
    : before
        .trim()
        .replace(/^at( |$)/, "")
        .replace(/\($/, "")
        .trim()
        .replace(/^(async|new) /, "")
        .replace(/ \[as .*$/, "")
        .replace(/^(Module|Object)\./, "");
  const anonymous = name === "<anonymous>" || /^(module|global|eval) code$/.test(name);
  return anonymous ? "" : name.slice(0, maxNameChars);
}
