// How long the code has been loading, once that is long enough to say so.

import { createMemo } from "solid-js";
import type { Accessor } from "solid-js";
import { createClock } from "./clock.ts";
import type { Playground } from "./model.ts";

/** Shorter loads show their result only. */
const showAfterMs = 300;

/** null: nothing loads, or not for long. */
export function createBuildTime(playground: Playground): Accessor<number | null> {
  const sinceMs = createMemo<number | null>((since) => {
    const { kind } = playground.build();
    return kind === "compiling" || kind === "loading" ? (since ?? Date.now()) : null;
  }, null);
  const now = createClock(100, () => sinceMs() !== null);
  return () => {
    const since = sinceMs();
    return since !== null && now() - since >= showAfterMs ? now() - since : null;
  };
}
