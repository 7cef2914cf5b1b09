// What the floors call in the sandboxed worker: nothing but Comlink and the work itself.

import { expose } from "comlink";
import { keepNativePost } from "../../../src/worker/natives.ts";

export interface Bare {
  echo(value: unknown): unknown;
  /** Returns how many there are then. */
  push(item: unknown): number;
}

addEventListener("message", ({ ports: [, , port] }: MessageEvent) => {
  if (!port) return;
  const items: unknown[] = [];
  const bare: Bare = { echo: (value) => value, push: (item) => items.push(item) };
  expose(bare, keepNativePost(port));
});
