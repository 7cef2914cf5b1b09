// A time that runs out, and stands still while somebody looks.

import { type Accessor, createEffect, onCleanup } from "solid-js";

/** `durationMs` null: never. Lives as long as what creates it. */
export function createCountdown(durationMs: number | null, isHeld: Accessor<boolean>, onEnd: () => void): void {
  let leftMs = durationMs;
  createEffect(() => {
    if (leftMs === null || isHeld()) return;
    const since = performance.now();
    const timer = setTimeout(onEnd, leftMs);
    onCleanup(() => {
      clearTimeout(timer);
      if (leftMs !== null) leftMs -= performance.now() - since;
    });
  });
}
