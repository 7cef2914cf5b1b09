// The Console: what the program printed, the last lines of it. Loaded when it is first opened.

import { createEffect, createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SourceRange } from "../protocol/compiled.ts";
import { AlertIcon } from "./icons.tsx";
import { LineLink } from "./LineLink.tsx";
import type { ConsoleLine, ConsoleModel } from "./model.ts";
import { UserBadge } from "./UserBadge.tsx";
import "./styles/console.css";

/** As many as one scrolls through; more would cost frames while a flood goes by. */
const SHOWN = 300;
/** Rows that are made in one frame: a flood of lines must not make the page wait. */
const ROWS_PER_FRAME = 50;

export default function ConsolePanel(props: {
  readonly console: ConsoleModel;
  /** Whether lines say whose they are. */
  readonly several: boolean;
  onReveal(range: SourceRange): void;
}): JSX.Element {
  const wanted = createMemo(() => props.console.lines().slice(-SHOWN));
  const [lastId, setLastId] = createSignal(0);
  const lines = createMemo(() => wanted().slice(0, countUpTo(wanted(), lastId())));
  // Those that are still to be drawn are not left out.
  const leftOut = () => props.console.dropped() + props.console.lines().length - wanted().length;
  createEffect(() => {
    const all = wanted();
    const drawn = countUpTo(all, lastId());
    if (drawn === all.length) return;
    const frame = requestAnimationFrame(() => setLastId(all[drawn + ROWS_PER_FRAME - 1]?.id ?? all.at(-1)?.id ?? 0));
    onCleanup(() => cancelAnimationFrame(frame));
  });
  let list: HTMLUListElement | undefined;
  let following = true;
  createEffect(() => {
    lines();
    if (following && list) list.scrollTop = list.scrollHeight;
  });
  return (
    <>
      <div class="pane-head">
        <h2>Console</h2>
        <div class="space" />
        <button
          type="button"
          class="button quiet small"
          aria-label="Clear console"
          onClick={() => props.console.clear()}
        >
          Clear
        </button>
      </div>
      <Show when={lines().length > 0 || leftOut() > 0} fallback={<p class="console-empty">Nothing printed yet.</p>}>
        <ul
          ref={(element) => (list = element)}
          class="console-lines"
          tabIndex={0}
          aria-label="Lines"
          onScroll={(event) => {
            const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
            following = scrollHeight - scrollTop - clientHeight < 24;
          }}
        >
          <Show when={leftOut() > 0}>
            <li class="left-out">
              … {leftOut().toLocaleString("en")} {leftOut() === 1 ? "line" : "lines"} left out
            </li>
          </Show>
          <For each={lines()}>{(line) => <Line line={line} several={props.several} onReveal={props.onReveal} />}</For>
        </ul>
      </Show>
    </>
  );
}

function Line(props: {
  readonly line: ConsoleLine;
  readonly several: boolean;
  onReveal(range: SourceRange): void;
}): JSX.Element {
  return (
    <li class={props.line.level}>
      <Show when={props.several && props.line.user !== null}>
        <UserBadge number={props.line.user ?? 1} alone small />
      </Show>
      <Show when={props.line.level === "error" || props.line.level === "warn"}>
        <span class="level">
          <AlertIcon />
          <span class="unseen">{props.line.level === "error" ? "Error" : "Warning"}</span>
        </span>
      </Show>
      <span class="text">{props.line.text}</span>
      <Show when={props.line.range}>
        {(range) => (
          <span class="place">
            <LineLink range={range()} onReveal={props.onReveal} />
          </span>
        )}
      </Show>
    </li>
  );
}

/** How many lines have an id up to this; ids count up. */
function countUpTo(lines: readonly ConsoleLine[], id: number): number {
  const after = lines.findIndex((line) => line.id > id);
  return after < 0 ? lines.length : after;
}
