// A slot for one widget. Buttons in it may stand in for one another while a call runs (Submit and Stop); they swap only for
// calls that take a moment, since a flicker helps nobody and would catch a second press, and the focus moves along.

import { createEffect, createSignal, onCleanup, untrack } from "solid-js";
import type { JSX } from "solid-js";

const SWAP_AFTER_MS = 150;

export function SwapSlot(props: {
  readonly swaps: boolean;
  readonly wanted: boolean;
  readonly busy: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const [shown, setShown] = createSignal(untrack(() => props.wanted));
  let slot: HTMLDivElement | undefined;
  const swap = (next: boolean) => {
    const hadFocus = slot?.contains(document.activeElement) === true;
    setShown(next);
    // The other button comes in a task of its own; by then the person may have moved on.
    if (next || !hadFocus) return;
    setTimeout(() => {
      if (document.activeElement === document.body) lastShownButton(slot)?.focus();
    });
  };
  createEffect(() => {
    const next = props.wanted;
    if (next === untrack(shown)) return;
    if (!props.busy) return swap(next);
    const timer = setTimeout(() => swap(next), SWAP_AFTER_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div ref={(element) => (slot = element)} class="slot" hidden={props.swaps && !shown()}>
      {props.children}
    </div>
  );
}

function lastShownButton(slot: HTMLElement | undefined): HTMLElement | null | undefined {
  const slots = slot?.parentElement?.querySelectorAll<HTMLElement>(":scope > .slot:not([hidden]) > button");
  return slots && [...slots].at(-1);
}
