// The menu of examples: a path from the first function to the last, in groups.

import { For, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Example } from "../examples/index.ts";
import { exampleList, fetchExampleList } from "./example-list.ts";
import { CheckIcon } from "./icons.tsx";
import { Popover } from "./Popover.tsx";

interface ExamplesMenuProps {
  /** Name of the example that is open as it came. */
  readonly current: string | null;
  onOpen(name: string): void;
}

export function ExamplesMenu(props: ExamplesMenuProps): JSX.Element {
  // Keys that are pressed right after the menu opened are for its items, so they should be there by then.
  onMount(() => requestIdleCallback(() => void fetchExampleList()));
  return (
    <Popover
      label="Examples"
      popup="menu"
      class="menu"
      content={(close) => (
        <Groups
          current={props.current}
          onOpen={(name) => {
            close();
            props.onOpen(name);
          }}
        />
      )}
    />
  );
}

function Groups(props: ExamplesMenuProps): JSX.Element {
  const late = exampleList() === null;
  void fetchExampleList();
  const groups = () => {
    const list = exampleList();
    if (list === null || list === "failed") return [];
    return list.groups
      .map((name) => ({ name, examples: list.examples.filter(({ group }) => group === name) }))
      .filter((group) => group.examples.length > 0);
  };
  const focusFirst = (item: HTMLElement) => queueMicrotask(() => item.focus({ preventScroll: true }));
  return (
    <Show
      when={exampleList() !== "failed"}
      fallback={<p class="menu-note">The examples could not be loaded. Is the site still there?</p>}
    >
      <For each={groups()}>
        {(group, groupIndex) => (
          <div role="group" aria-label={group.name}>
            <p class="menu-group" aria-hidden="true">
              {group.name}
            </p>
            <For each={group.examples}>
              {(example, index) => (
                <Item
                  {...props}
                  example={example}
                  isFirst={groupIndex() === 0 && index() === 0}
                  ref={(item) => late && groupIndex() === 0 && index() === 0 && focusFirst(item)}
                />
              )}
            </For>
          </div>
        )}
      </For>
    </Show>
  );
}

function Item(
  props: ExamplesMenuProps & { readonly example: Example; readonly isFirst: boolean; ref(item: HTMLElement): void },
): JSX.Element {
  const isCurrent = () => props.example.name === props.current;
  return (
    <button
      ref={(item) => props.ref(item)}
      type="button"
      role="menuitem"
      tabIndex={-1}
      autofocus={props.isFirst}
      aria-current={isCurrent()}
      onKeyDown={rove}
      onClick={() => props.onOpen(props.example.name)}
    >
      <b>
        {props.example.title}
        <Show when={isCurrent()}>
          <CheckIcon />
        </Show>
      </b>
      <span>{props.example.hint}</span>
    </button>
  );
}

/** Arrow keys, Home, End and first letters move the focus, as in any menu; Tab leaves it. */
function rove(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const menu = event.currentTarget.closest("[role=menu]");
  const items = [...(menu?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
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
