// The floor of "others see it": one transaction in this tab, a message, a text in another.

import { openDatabase, write } from "./bare-steps.ts";

const channelName = "shown";

/** Resolves when each of `count` writes is stored and announced; with their starts, in milliseconds since 1970. */
export async function writeAndTell(count: number, pauseMs: number): Promise<number[]> {
  const db = await openDatabase("shown");
  const channel = new BroadcastChannel(channelName);
  const starts: number[] = [];
  for (let n = 0; n < count; n++) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    starts.push(performance.timeOrigin + performance.now());
    await write(db, n + 1, [n]);
    channel.postMessage(n);
  }
  channel.close();
  return starts;
}

/** Resolves with when each of `count` numbers stood in the page. */
export function showWhatComes(count: number): Promise<number[]> {
  const output = document.querySelector("output");
  const channel = new BroadcastChannel(channelName);
  const times: number[] = [];
  return new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<number>) => {
      if (output) output.textContent = String(data);
      times.push(performance.timeOrigin + performance.now());
      if (times.length < count) return;
      channel.close();
      resolve(times);
    };
  });
}
