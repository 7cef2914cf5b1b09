// A menu of what can be done with a row or a column, where it was asked for. Arrows, Home, End, Enter, Escape.

import { For, onCleanup, onMount } from "solid-js";
import type { JSX } from "solid-js";

export interface MenuItem {
  readonly name: string;
  readonly disabled?: boolean;
  run(): void;
}

interface GridMenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** In the window. */
  readonly at: { readonly x: number; readonly y: number };
  /** Gives the focus back, too. */
  onClose(): void;
}

export function GridMenu(props: GridMenuProps): JSX.Element {
  let menu: HTMLDivElement | undefined;
  const buttons = () => [...(menu?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? [])];

  onMount(() => {
    if (!menu) return;
    // Above everything, and never cut off by what scrolls.
    menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(props.at.x, innerWidth - width - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(props.at.y, innerHeight - height - 8))}px`;
    buttons()[0]?.focus({ preventScroll: true });
    const close = (event: Event) => {
      if (!(event.target instanceof Node && menu?.contains(event.target))) props.onClose();
    };
    for (const type of ["pointerdown", "scroll", "resize"]) addEventListener(type, close, true);
    onCleanup(() => {
      for (const type of ["pointerdown", "scroll", "resize"]) removeEventListener(type, close, true);
    });
  });

  function onKeyDown(event: KeyboardEvent): void {
    const all = buttons();
    const index = all.findIndex((button) => button === document.activeElement);
    const to: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 };
    const next = to[event.key];
    if (next !== undefined) all.at(next % all.length)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") props.onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={(element) => (menu = element)}
      popover="manual"
      role="menu"
      class="df-menu"
      aria-label={props.label}
      onKeyDown={onKeyDown}
    >
      <For each={props.items}>
        {(item) => (
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            disabled={item.disabled ?? false}
            onClick={() => {
              props.onClose();
              item.run();
            }}
          >
            {item.name}
          </button>
        )}
      </For>
    </div>
  );
}
