// The list that a combobox opens: in the browser's top layer, below its field or above it, and of any length, since only
// the rows in sight are drawn.

import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show, untrack } from "solid-js";
import type { JSX } from "solid-js";
import type { Choice } from "../../spec/choices.ts";
import { placeBeside } from "./place-beside.ts";
import type { Combobox } from "./create-combobox.ts";

/** Rows that are drawn beyond what is seen, so that scrolling shows no gap. */
const spare = 8;

export const nothing = "No choice matches";

export function ChoiceList(props: {
  readonly id: string;
  readonly name: string;
  readonly anchor: HTMLElement;
  readonly box: Combobox;
}): JSX.Element {
  const [top, setTop] = createSignal(0);
  const [room, setRoom] = createSignal({ rowPx: 36, heightPx: 320 });
  const count = () => props.box.matching().length;
  const first = createMemo(() => Math.max(0, Math.floor(top() / room().rowPx) - spare));
  const last = createMemo(() => Math.min(count(), Math.ceil((top() + room().heightPx) / room().rowPx) + spare));
  let panel: HTMLDivElement | undefined;

  onMount(() => {
    if (!panel) return;
    const shown = panel;
    shown.showPopover();
    const place = () => {
      placeBeside(shown, props.anchor);
      setRoom({ rowPx: shown.querySelector("[role=option]")?.clientHeight || 36, heightPx: shown.clientHeight });
    };
    place();
    const left = new AbortController();
    addEventListener("scroll", (event) => event.target !== shown && place(), { capture: true, signal: left.signal });
    addEventListener("resize", place, { signal: left.signal });
    onCleanup(() => left.abort());
  });

  const scrollTo = (px: number) => {
    if (panel) panel.scrollTop = px;
    setTop(px);
  };
  // Another text, another list.
  createEffect(
    on(
      () => props.box.matching(),
      () => scrollTo(0),
      { defer: true },
    ),
  );
  createEffect(() => {
    const index = props.box.active();
    const { rowPx, heightPx } = room();
    const from = untrack(top);
    if (index < 0) return;
    if (index * rowPx < from) scrollTo(index * rowPx);
    else if ((index + 1) * rowPx > from + heightPx) scrollTo((index + 1) * rowPx - heightPx);
  });

  return (
    <div
      ref={(element) => (panel = element)}
      id={props.id}
      class="choice-list"
      popover="manual"
      role={count() === 0 ? undefined : "listbox"}
      aria-label={props.name}
      aria-multiselectable={count() === 0 ? undefined : props.box.several()}
      // The focus stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <Show when={count() > 0} fallback={<p aria-hidden="true">{nothing}</p>}>
        <div role="presentation" style={{ height: `${count() * room().rowPx}px` }}>
          <div role="presentation" style={{ transform: `translateY(${first() * room().rowPx}px)` }}>
            <For each={props.box.matching().slice(first(), last())}>
              {(choice, offset) => <Row {...props} choice={choice} index={first() + offset()} count={count()} />}
            </For>
          </div>
        </div>
      </Show>
    </div>
  );
}

function Row(props: {
  readonly id: string;
  readonly box: Combobox;
  readonly choice: Choice;
  readonly index: number;
  readonly count: number;
}): JSX.Element {
  return (
    <div
      id={`${props.id}-${props.index}`}
      class="choice-row"
      classList={{ active: props.index === props.box.active() }}
      role="option"
      title={props.choice[0]}
      aria-selected={props.box.chosen().includes(props.choice[1])}
      aria-posinset={props.index + 1}
      aria-setsize={props.count}
      onPointerMove={() => props.box.setActive(props.index)}
      onClick={() => props.box.choose(props.choice[1])}
    >
      {props.choice[0]}
    </div>
  );
}
