// The menu of examples.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { examples } from "../examples/index.ts";
import { CheckIcon } from "./icons.tsx";
import { Popover } from "./Popover.tsx";

export function ExamplesMenu(props: {
  /** Name of the example that is open as it came. */
  readonly current: string | null;
  onOpen(name: string): void;
}): JSX.Element {
  return (
    <Popover
      label="Examples"
      popup="menu"
      class="menu"
      content={(close) => (
        <For each={examples}>
          {(example, index) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              autofocus={index() === 0}
              aria-current={example.name === props.current}
              onKeyDown={rove}
              onClick={() => {
                close();
                props.onOpen(example.name);
              }}
            >
              <b>
                {example.title}
                <Show when={example.name === props.current}>
                  <CheckIcon />
                </Show>
              </b>
              <span>{example.hint}</span>
            </button>
          )}
        </For>
      )}
    />
  );
}

/** Arrow keys, Home, End and first letters move the focus, as in any menu; Tab leaves it. */
function rove(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const items = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  const at = items.indexOf(event.currentTarget);
  const next = () => {
    switch (event.key) {
      case "ArrowDown":
        return items[(at + 1) % items.length];
      case "ArrowUp":
        return items.at(at - 1);
      case "Home":
        return items[0];
      case "End":
        return items.at(-1);
      default: {
        const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)];
        const letter = event.key.toLowerCase();
        return letter.length === 1 ? rest.find((item) => item.textContent.toLowerCase().startsWith(letter)) : undefined;
      }
    }
  };
  const item = next();
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  item.focus();
}
