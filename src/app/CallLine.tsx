// The line at the foot of a card: the call under way, or the facts of the last one. Its room is always kept.

import { lazy, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import type { ProgressLevel } from "../protocol/progress.ts";
import { createClock } from "./clock.ts";
import type { CallStatus, FlagModel, LastCall, User } from "./model.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import { detailText, stepsText } from "./progress-text.ts";
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
  const seconds = (call: CallStatus) => {
    const waitedMs = now() - call.sinceMs;
    const waited = (waitedMs / 1000).toFixed(1);
    // Once it has taken longer than was thought, the guess helps nobody.
    const helps = call.kind === "queued" && call.etaMs !== null && call.etaMs > waitedMs;
    return helps ? `${waited}/${(call.etaMs / 1000).toFixed(1)}` : waited;
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
                {stepsOf(call())} | {seconds(call())}s
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

function levelsOf(call: CallStatus): readonly ProgressLevel[] {
  return call.kind === "running" ? call.progress : [];
}

function stepsOf(call: CallStatus): string {
  const steps = stepsText(levelsOf(call));
  return steps === "" ? "" : ` | ${steps}`;
}

function statusText(call: CallStatus): string {
  switch (call.kind) {
    case "queued":
      return `queue: ${call.position}/${call.length}`;
    case "running":
      return detailText(call.progress) || (call.yields > 0 ? "generating" : "processing");
    case "stopping":
      return "stopping";
  }
}
