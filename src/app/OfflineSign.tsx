// Says in the header that everything works without network, and when there is none.

import { createSignal, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import { CheckIcon } from "./icons.tsx";

export function OfflineSign(props: { readonly ready: boolean }): JSX.Element {
  const isOffline = createIsOffline();
  return (
    <span class="offline-sign" role="status" title={props.ready ? whatWorks : undefined}>
      <Show when={props.ready}>
        <CheckIcon />
        <span>{isOffline() ? "Offline" : "Ready offline"}</span>
      </Show>
    </span>
  );
}

const whatWorks = "Everything works without network now: apps, the editor, the examples, what you have kept.";

function createIsOffline(): () => boolean {
  const [isOffline, setIsOffline] = createSignal(!navigator.onLine);
  const ended = new AbortController();
  for (const change of ["online", "offline"]) {
    addEventListener(change, () => setIsOffline(!navigator.onLine), { signal: ended.signal });
  }
  onCleanup(() => ended.abort());
  return isOffline;
}
