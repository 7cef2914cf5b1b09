// The time as a signal that moves while somebody needs it to, for "4 s ago" and for what runs.

import { createEffect, createSignal, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";

/** Milliseconds as Date.now() counts them, every `everyMs` while `active` holds. */
export function createClock(everyMs: number, active: Accessor<boolean>): Accessor<number> {
  const [now, setNow] = createSignal(Date.now());
  createEffect(() => {
    if (!active()) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    onCleanup(() => clearInterval(timer));
  });
  return now;
}
