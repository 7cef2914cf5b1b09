// The line at the foot of a card: the call under way, or the facts of the last one. Its room is always kept.

import { lazy, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import { levelsOf, secondsText, statusText, stepsOf } from "./call-text.ts";
import { createClock } from "./clock.ts";
import type { FlagModel, LastCall, User } from "./model.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import { durationText } from "./time-text.ts";

const FlagPanel = lazy(() => import("./FlagPanel.tsx"));

/** Shorter calls show their result only. */
const SHOW_AFTER_MS = 100;

export function CallLine(props: {
  readonly user: User;
  /** Whether other code waits for this call to end. */
  readonly outdated: boolean;
  readonly flags: FlagModel;
}): JSX.Element {
  const now = createClock(100, () => props.user.call() !== null);
  const working = () => {
    const call = props.user.call();
    return call && now() - call.sinceMs >= SHOW_AFTER_MS ? call : null;
  };
  return (
    <div class="card-foot">
      {/* The seconds are for the eye: read out, they would never end. */}
      <span role="status" classList={{ working: working() !== null }}>
        <Show when={working()} fallback={<Done last={props.user.last()} />}>
          {(call) => (
            <>
              {statusText(call())}
              <span aria-hidden="true">
                {stepsOf(call()) && ` | ${stepsOf(call())}`} | {secondsText(call(), now())}
              </span>
            </>
          )}
        </Show>
      </span>
      <Show when={working()}>{(call) => <ProgressBar levels={levelsOf(call())} fn={call().fn} />}</Show>
      <Show when={props.outdated && working()}>
        <span class="version" role="status">
          the new code runs after this
        </span>
      </Show>
      <Show when={working() ? null : (props.user.last()?.version ?? null)}>
        {(version) => (
          <span class="version" title={`Stored in this browser, for every tab, as version ${version()}`}>
            changed global state
          </span>
        )}
      </Show>
      <Show when={props.flags.calls().length > 0}>
        <span class="flagged">
          <Suspense>
            <FlagPanel flags={props.flags} />
          </Suspense>
        </span>
      </Show>
    </div>
  );
}

/** Made anew for each call: a text that stays as it was would not be read out. */
function Done(props: { readonly last: LastCall | null }): JSX.Element {
  return (
    <Show when={props.last} keyed>
      {(last) => <span>{doneText(last)}</span>}
    </Show>
  );
}

function doneText({ durationMs, stopped, cached }: LastCall): string {
  if (cached === true) return "⚡ from cache";
  return stopped === null
    ? `done in ${durationText(durationMs)}`
    : `stopped after ${durationText(durationMs)}. ${stopped}`;
}
