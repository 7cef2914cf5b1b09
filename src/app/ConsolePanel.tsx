// The Console: what the program printed, the last lines of it. Loaded when it is first opened.

import { createEffect, createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SourceRange } from "../protocol/compiled.ts";
import { AlertIcon } from "./icons.tsx";
import { LineLink } from "./LineLink.tsx";
import type { ConsoleLine, ConsoleModel } from "./model.ts";
import { UserBadge } from "./UserBadge.tsx";
import "./styles/console.css";

/** More lines than anybody reads; the browser lays out only those in view. */
const SHOWN = 1000;

export default function ConsolePanel(props: {
  readonly console: ConsoleModel;
  /** Whether lines say whose they are. */
  readonly several: boolean;
  onReveal(range: SourceRange): void;
}): JSX.Element {
  const lines = createMemo(() => props.console.lines().slice(-SHOWN));
  const leftOut = () => props.console.dropped() + props.console.lines().length - lines().length;
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
