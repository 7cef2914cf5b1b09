// A list of rows of one height, of which only those near what is seen are drawn: ten thousand are as quick as ten.

import { createMemo, createSignal, For, onCleanup, onMount } from "solid-js";
import type { JSX } from "solid-js";

/** Rows drawn beyond each end, so that Tab and scrolling find the next one there. */
const spare = 6;

export function WindowedList<T extends object>(props: {
  readonly items: readonly T[];
  readonly rowHeight: number;
  readonly label: string;
  readonly children: (item: T) => JSX.Element;
}): JSX.Element {
  const [top, setTop] = createSignal(0);
  const [height, setHeight] = createSignal(0);
  let scroller: HTMLDivElement | undefined;
  onMount(() => {
    const observer = new ResizeObserver(() => setHeight(scroller?.clientHeight ?? 0));
    if (scroller) observer.observe(scroller);
    onCleanup(() => observer.disconnect());
  });

  const first = createMemo(() => Math.max(0, Math.floor(top() / props.rowHeight) - spare));
  const shown = createMemo(() => {
    const end = Math.ceil((top() + height()) / props.rowHeight) + spare;
    return props.items.slice(first(), end);
  });
  const places = createMemo(() => new Map(props.items.map((item, place) => [item, place])));
  const placeOf = (item: T) => places().get(item) ?? 0;

  return (
    <div
      ref={(element) => (scroller = element)}
      class="windowed"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul aria-label={props.label} style={{ height: `${props.items.length * props.rowHeight}px` }}>
        <For each={shown()}>
          {(item) => (
            <li
              aria-setsize={props.items.length}
              aria-posinset={placeOf(item) + 1}
              style={{ height: `${props.rowHeight}px`, top: `${placeOf(item) * props.rowHeight}px` }}
            >
              {props.children(item)}
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
