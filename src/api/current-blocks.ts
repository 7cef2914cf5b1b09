// Which gr.Blocks' callback runs. Apart from what one is made of, which an app without any need not load.

import type { BlocksContext } from "./blocks-context.ts";

let current: BlocksContext | null = null;

export function currentBlocks(): BlocksContext | null {
  return current;
}

export function runIn<T>(context: BlocksContext, callback: () => T): T {
  const before = current;
  current = context;
  try {
    return callback();
  } finally {
    current = before;
  }
}
