// A media query as a signal.

import { createSignal, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";

export function createMediaQuery(query: string): Accessor<boolean> {
  const list = matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const stopped = new AbortController();
  list.addEventListener("change", () => setMatches(list.matches), { signal: stopped.signal });
  onCleanup(() => stopped.abort());
  return matches;
}
