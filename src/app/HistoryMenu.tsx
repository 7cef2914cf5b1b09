// Where the shared state stands in its history, and what was done to it: what can be done again above, what can be taken
// back below, with now in between.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { HistoryModel, HistoryStep } from "./model.ts";
import { Popover } from "./Popover.tsx";
import { agoText } from "./time-text.ts";

/** More are a story for nobody. */
const shownSteps = 30;

export function HistoryMenu(props: { readonly history: HistoryModel; readonly now: number }): JSX.Element {
  const back = () => props.history.undone().length;
  const place = () => (back() === 0 ? "now" : `${back()} ${back() === 1 ? "step" : "steps"} back`);
  return (
    <Popover
      label={place()}
      name="History"
      popup="dialog"
      class="history"
      small
      start
      content={() => (
        <>
          <h2>History</h2>
          <Show
            when={props.history.done().length + back() > 0}
            fallback={<p class="none">No call has changed global state yet.</p>}
          >
            <ol class="steps">
              <For each={props.history.undone().slice(0, shownSteps).toReversed()}>
                {(step) => <StepView step={step} now={props.now} undone />}
              </For>
              <li class="here">
                <span>now</span>
              </li>
              <For each={props.history.done().slice(0, shownSteps)}>
                {(step) => <StepView step={step} now={props.now} undone={false} />}
              </For>
            </ol>
          </Show>
          <p class="caption">
            Undo takes the newest change of global state back, in every tab. Session state, browser state and what is
            loaded once stay. A reset ends the history.
          </p>
        </>
      )}
    />
  );
}

function StepView(props: { readonly step: HistoryStep; readonly now: number; readonly undone: boolean }): JSX.Element {
  return (
    <li classList={{ undone: props.undone }}>
      <Show when={props.undone} fallback={<b>{props.step.fn}</b>}>
        <s>
          <span class="unseen">undone: </span>
          {props.step.fn}
        </s>
      </Show>
      <span>
        {props.step.who} · {agoText(Math.max(0, props.now - props.step.timeMs))}
      </span>
    </li>
  );
}

/** Redo stands to the left, so that nothing moves when it comes. */
export function StepButtons(props: {
  readonly history: HistoryModel;
  /** Whether there is state that such a step leaves as it is, as a call may have changed both. */
  readonly leavesSession: boolean;
  readonly leavesBrowser: boolean;
}): JSX.Element {
  const left = () => {
    const kinds = [...(props.leavesSession ? ["session"] : []), ...(props.leavesBrowser ? ["browser"] : [])];
    return kinds.length === 0 ? "" : `: global state only, ${kinds.join(" and ")} state stays as it is`;
  };
  const about = (word: string, step: HistoryStep) => `${word} ${step.fn} (${step.who})${left()}`;
  return (
    <>
      <Show when={props.history.undone()[0]}>
        {(step) => (
          <button
            type="button"
            class="button small quiet"
            title={about("Redo", step())}
            disabled={props.history.stepping()}
            onClick={() => void props.history.redo()}
          >
            Redo
          </button>
        )}
      </Show>
      <Show
        when={props.history.done()[0]}
        fallback={
          <button type="button" class="button small quiet" title="Nothing to undo" disabled>
            Undo
          </button>
        }
      >
        {(step) => (
          <button
            type="button"
            class="button small quiet"
            title={about("Undo", step())}
            disabled={props.history.stepping()}
            onClick={() => void props.history.undo()}
          >
            Undo
          </button>
        )}
      </Show>
    </>
  );
}
