// The State panel: what the program keeps, by kind, live. Loaded when it is first opened.

import { createMemo, createResource, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { createClock } from "./clock.ts";
import { ConfirmButton } from "./ConfirmButton.tsx";
import { HistoryMenu, StepButtons } from "./HistoryMenu.tsx";
import type { Playground, StateModel, StateRow } from "./model.ts";
import { StateRowView } from "./StateRowView.tsx";
import "./styles/state.css";

export default function StatePanel(props: { readonly playground: Playground }): JSX.Element {
  const [model] = createResource(() => props.playground.state());
  return <Show when={model()}>{(state) => <Panel playground={props.playground} state={state()} />}</Show>;
}

function Panel(props: { readonly playground: Playground; readonly state: StateModel }): JSX.Element {
  const state = () => props.state;
  const now = createClock(1000, pageIsShown());
  onMount(() => state().history.open());
  const isBare = () =>
    [
      state().global(),
      state().constants(),
      state().session(),
      state().browser(),
      state().once(),
      state().aside(),
    ].every((rows) => rows.length === 0);
  return (
    <>
      <div class="pane-head">
        <h2>State</h2>
        <HistoryMenu history={state().history} now={now()} />
        <span class="people">{peopleText(props.playground)}</span>
        <div class="space" />
        <div class="actions">
          <StepButtons
            history={state().history}
            leavesSession={state().session().length > 0}
            leavesBrowser={state().browser().length > 0}
          />
          <ConfirmButton label="Reset" question="Reset global state?" onConfirm={() => void state().reset(null)} />
        </div>
        <p class="state-note" role="status">
          {state().history.note()}
        </p>
      </div>
      <div class="state-scroll">
        <div class="groups" classList={{ bare: isBare() }}>
          <Group
            name="Global state"
            title="Global"
            tone="global"
            caption="every tab of this browser; not other people"
            rows={state().global()}
            state={state()}
            now={now()}
          >
            <Constants rows={state().constants()} state={state()} now={now()} />
          </Group>
          <Group
            name="Session state"
            title="Session"
            tone="session"
            caption="one user, until that page is refreshed"
            rows={state().session()}
            state={state()}
            now={now()}
          />
          <div>
            <Group
              name="Browser state"
              title="Browser"
              tone="browser"
              caption="every tab of this browser, until cleared"
              rows={state().browser()}
              state={state()}
              now={now()}
            />
            <Group
              name="Loaded once"
              title="Loaded once"
              tone="once"
              caption="each user has a copy, until Stop or a new run"
              rows={state().once()}
              state={state()}
              now={now()}
            />
          </div>
        </div>
        <Aside rows={state().aside()} state={state()} now={now()} />
      </div>
    </>
  );
}

interface RowsProps {
  readonly rows: readonly StateRow[];
  readonly state: StateModel;
  readonly now: number;
}

function Group(
  props: RowsProps & {
    /** For assistive tools; the title says the same to the eye, with less. */
    readonly name: string;
    readonly title: string;
    readonly tone: "global" | "session" | "browser" | "once";
    readonly caption: string;
    readonly children?: JSX.Element;
  },
): JSX.Element {
  return (
    <section class={`group tone-${props.tone}`} role="group" aria-label={props.name}>
      <h3>
        <i />
        {props.title}
      </h3>
      <p class="caption">{props.caption}</p>
      <Rows rows={props.rows} state={props.state} now={props.now} empty="nothing here" />
      {props.children}
    </section>
  );
}

/** Rows keep their place in the document, and what is open in them, while their values change. */
function Rows(props: RowsProps & { readonly empty?: string; readonly isAside?: boolean }): JSX.Element {
  const keys = createMemo(() => props.rows.map((row) => row.key), [], { equals: sameKeys });
  const byKey = createMemo(() => new Map(props.rows.map((row) => [row.key, row])));
  return (
    <Show when={keys().length > 0} fallback={<p class="state-empty">{props.empty}</p>}>
      <ul class="state-rows">
        <For each={keys()}>
          {(key) => (
            <Show when={byKey().get(key)}>
              {(row) => (
                <StateRowView row={row()} state={props.state} now={props.now} isAside={props.isAside === true} />
              )}
            </Show>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Constants(props: RowsProps): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <Show when={props.rows.length > 0}>
      <details class="constants tone-constant" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{props.rows.length === 1 ? "1 constant" : `${props.rows.length} constants`}</summary>
        <Show when={open()}>
          <Rows rows={props.rows} state={props.state} now={props.now} />
        </Show>
      </details>
    </Show>
  );
}

function Aside(props: RowsProps): JSX.Element {
  return (
    <Show when={props.rows.length > 0}>
      <section class="aside-list tone-constant" aria-label="Set aside">
        <h3>Set aside</h3>
        <p class="caption">no longer in the code; comes back with the declaration</p>
        <Rows rows={props.rows} state={props.state} now={props.now} isAside />
      </section>
    </Show>
  );
}

function peopleText(playground: Playground): string {
  const users = playground.users().length;
  const tabs = playground.tabs();
  const here = `${users} ${users === 1 ? "user" : "users"}`;
  // Users of other tabs are not counted.
  return tabs === 1 ? `${here} · 1 tab` : `${here} here · ${tabs} tabs`;
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

function pageIsShown(): () => boolean {
  const [shown, setShown] = createSignal(!document.hidden);
  const stopped = new AbortController();
  document.addEventListener("visibilitychange", () => setShown(!document.hidden), { signal: stopped.signal });
  onCleanup(() => stopped.abort());
  return shown;
}
