// All images of a gallery, small. One of them is in the order of Tab; the arrow keys lead to the others.

import { createSignal, For, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { GalleryItem } from "../../spec/components/gallery.ts";
import { PictureView } from "./PictureView.tsx";

/** Of more, so many are made at first. */
const SHOWN = 60;

export function GalleryGrid(props: {
  readonly items: readonly GalleryItem[];
  readonly columns: number;
  /** As in CSS. */
  readonly fit: string;
  readonly selected: number | null;
  /** Whether it stands where the focus was. */
  readonly takesFocus: boolean;
  onPress(index: number): void;
  onRemove?(index: number): void;
}): JSX.Element {
  const [most, setMost] = createSignal(Math.max(SHOWN, (props.selected ?? 0) + 1));
  const [current, setCurrent] = createSignal(props.selected ?? 0);
  let grid: HTMLDivElement | undefined;
  const buttons = () => [...(grid?.querySelectorAll<HTMLButtonElement>(".picture-item") ?? [])];

  function go(to: number): void {
    const list = buttons();
    const index = Math.max(0, Math.min(list.length - 1, to));
    setCurrent(index);
    list[index]?.focus();
  }

  /** How many stand in the first row, which the room decides. */
  function perRow(): number {
    const list = buttons();
    const first = list[0]?.offsetTop;
    const second = list.findIndex((button) => button.offsetTop !== first);
    return second < 0 ? list.length : second;
  }

  // Back from the large image to the small one.
  onMount(() => {
    if (props.takesFocus) go(current());
  });

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowRight: () => go(current() + 1),
      ArrowLeft: () => go(current() - 1),
      ArrowDown: () => go(current() + perRow()),
      ArrowUp: () => go(current() - perRow()),
      Home: () => go(0),
      End: () => go(buttons().length - 1),
      Delete: () => props.onRemove?.(current()),
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step();
  }

  return (
    <div
      class="picture-grid"
      ref={(element) => (grid = element)}
      style={{ "--columns": props.columns, "--fit": props.fit }}
    >
      <For each={props.items.slice(0, most())}>
        {(item, index) => (
          <button
            type="button"
            class="picture-item"
            aria-label={item.caption ?? `Image ${index() + 1} of ${props.items.length}`}
            aria-current={props.selected === index()}
            tabIndex={Math.min(current(), props.items.length - 1) === index() ? 0 : -1}
            onFocus={() => setCurrent(index())}
            onClick={() => props.onPress(index())}
            onKeyDown={onKeyDown}
          >
            <PictureView picture={item.picture} alt="" />
            <Show when={item.caption}>
              <span class="picture-caption">{item.caption}</span>
            </Show>
          </button>
        )}
      </For>
      <Show when={props.items.length > most()}>
        <button type="button" class="link picture-more" onClick={() => setMost(most() + SHOWN)}>
          {(props.items.length - most()).toLocaleString("en")} more
        </button>
      </Show>
    </div>
  );
}
