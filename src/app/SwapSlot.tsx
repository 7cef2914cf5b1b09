// A slot for one button. Buttons may stand in for one another while a call runs (Submit and Stop); they swap only for
// calls that take a moment, since a flicker helps nobody and would catch a second press, and the focus moves along.

import { createEffect, createMemo, createSignal, onCleanup, untrack } from "solid-js";
import type { JSX } from "solid-js";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { placeClass, placeId, placeStyle } from "./layout/place.ts";

const SWAP_AFTER_MS = 150;

export function SwapSlot(props: {
  readonly component: ComponentSpec;
  readonly wanted: boolean;
  readonly busy: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const [shown, setShown] = createSignal(untrack(() => props.wanted));
  // A stream changes components with every yield: what stays as it is must not begin the wait anew.
  const wanted = createMemo(() => props.wanted);
  const busy = createMemo(() => props.busy);
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
    const next = wanted();
    if (next === untrack(shown)) return;
    if (!busy()) return swap(next);
    const timer = setTimeout(() => swap(next), SWAP_AFTER_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div
      ref={(element) => (slot = element)}
      id={placeId(props.component)}
      class={placeClass(props.component, "slot")}
      style={placeStyle(props.component)}
      hidden={!shown()}
    >
      {props.children}
    </div>
  );
}

function lastShownButton(slot: HTMLElement | undefined): HTMLElement | null | undefined {
  const slots = slot?.parentElement?.querySelectorAll<HTMLElement>(":scope > .slot:not([hidden]) > button");
  return slots && [...slots].at(-1);
}
