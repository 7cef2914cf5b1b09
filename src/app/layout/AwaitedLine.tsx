// What an output says of the call that it waits for: how far it is and how long it has taken, or the time alone. For the eye:
// the line at the foot of the card says the same to everybody.

import { Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import { secondsText, statusText, stepsOf } from "../call-text.ts";
import { createClock } from "../clock.ts";
import type { AwaitedCall } from "../model.ts";

/** Shorter calls show their result only. */
const SHOW_AFTER_MS = 250;

export function AwaitedLine(props: { readonly awaited: Accessor<AwaitedCall | null> }): JSX.Element {
  const now = createClock(100, () => true);
  const seen = () => {
    const call = props.awaited();
    return call && now() - call.status.sinceMs >= SHOW_AFTER_MS ? call : null;
  };
  return (
    <Show when={seen()}>
      {(call) => (
        <span class="awaited-line" aria-hidden="true">
          {textOf(call(), now())}
        </span>
      )}
    </Show>
  );
}

function textOf({ status, shows }: AwaitedCall, nowMs: number): string {
  const seconds = secondsText(status, nowMs);
  if (shows === "minimal") return seconds;
  return [statusText(status), stepsOf(status), seconds].filter((text) => text !== "").join(" | ");
}
