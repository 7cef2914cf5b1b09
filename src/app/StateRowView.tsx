// One variable in the State panel: its name, its value, for a moment what it was before, and who changed it, where, when.

import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { changeText } from "./change-text.ts";
import { ConfirmButton } from "./ConfirmButton.tsx";
import { RefreshIcon } from "./icons.tsx";
import type { StateModel, StateRow } from "./model.ts";
import { agoText } from "./time-text.ts";
import { UserBadge } from "./UserBadge.tsx";

/** How long a change is shown as one. */
const FRESH_MS = 5000;
/** A value of more characters may be cut by the row, so it has a line of its own and can be opened. */
const SHORT_TEXT = 14;

interface RowProps {
  readonly row: StateRow;
  readonly state: StateModel;
  readonly now: number;
  /** The code no longer names it. */
  readonly isAside: boolean;
}

export function StateRowView(props: RowProps): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const fresh = () => {
    const by = props.row.by;
    return by !== null && props.row.was !== null && props.now - by.timeMs < FRESH_MS;
  };
  // The only State of a user goes by the user's name.
  const isNamed = () => props.row.name !== "State";
  const canOpen = () => props.row.value.text.length > SHORT_TEXT || props.row.value.more() !== null;
  const shown = () => {
    const { was, value } = props.row;
    return fresh() && was ? changeText(was.text, value.text) : { was: null, now: value.text };
  };
  return (
    <li class="state-row" classList={{ fresh: fresh() }} title={props.row.why || undefined}>
      <div class="line" classList={{ long: props.row.value.text.length > SHORT_TEXT }}>
        <span class="name" classList={{ person: !isNamed() }}>
          <Show when={props.row.user !== null} fallback={props.row.name}>
            <UserBadge number={props.row.user ?? 1} alone={isNamed()} small />
            {isNamed() ? props.row.name : `User ${props.row.user}`}
          </Show>
        </span>
        <Show when={shown().was}>
          {(was) => (
            <s class="old">
              <span class="unseen">was </span>
              {was()}
            </s>
          )}
        </Show>
        <Show when={canOpen()} fallback={<span class="value">{shown().now}</span>}>
          <button type="button" class="value" aria-expanded={open()} onClick={() => setOpen(!open())}>
            {shown().now}
          </button>
        </Show>
        <Show when={byText(props.row, props.now)}>
          {(text) => (
            <span class="by" title={text()}>
              {text()}
            </span>
          )}
        </Show>
      </div>
      <Show when={open() && canOpen()}>
        <pre class="more">{props.row.value.more() ?? props.row.value.text}</pre>
      </Show>
      <Show when={props.row.kind === "once" && props.row.why}>
        {/* What the calls make of it stays in each user's worker. */}
        <span class="why">shown as it was loaded; {props.row.why}</span>
      </Show>
      <Show when={props.row.kept && !props.isAside}>
        <Kept {...props} />
      </Show>
      <Actions {...props} />
    </li>
  );
}

function Kept(props: RowProps): JSX.Element {
  return (
    <span class="kept">
      <span>kept from before your edit</span>
      <span class="choices">
        <ConfirmButton
          label="Start anew"
          question={resetQuestion(props.row)}
          look="link"
          title="Start from the initial value"
          onConfirm={() => void props.state.reset(props.row.key)}
        />
        <button
          type="button"
          class="link"
          title="Hide this note"
          onClick={() => props.state.acknowledge(props.row.key)}
        >
          Keep
        </button>
      </span>
    </span>
  );
}

function Actions(props: RowProps): JSX.Element {
  // A session starts anew with Clear or Refresh, on its card.
  const canReset = () => props.row.kind === "global" || props.row.kind === "browser";
  return (
    <Show
      when={props.isAside}
      fallback={
        <Show when={canReset()}>
          <span class="act">
            <ConfirmButton
              label={`Reset ${props.row.name}`}
              question={resetQuestion(props.row)}
              look="icon-button"
              icon={<RefreshIcon />}
              title="Start from the initial value"
              onConfirm={() => void props.state.reset(props.row.key)}
            />
          </span>
        </Show>
      }
    >
      <ConfirmButton
        label="Discard"
        question="Discard for good?"
        onConfirm={() => void props.state.discard(props.row.key)}
      />
    </Show>
  );
}

function resetQuestion({ name }: StateRow): string {
  return `Reset ${name} for every tab?`;
}

function byText(row: StateRow, now: number): string {
  const by = row.by;
  if (!by) return "";
  const ago = agoText(Math.max(0, now - by.timeMs));
  // A session row already names its user.
  return row.user === null ? `${by.who} · ${by.fn} · ${ago}` : `${by.fn} · ${ago}`;
}
