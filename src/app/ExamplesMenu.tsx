// The menu of examples: a path from the first function to the last, in groups. What is typed is looked for.

import { createMemo, createSignal, For, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Example } from "../examples/index.ts";
import { exampleList, fetchExampleList } from "./example-list.ts";
import { CheckIcon } from "./icons.tsx";
import { Popover } from "./Popover.tsx";
import { whenIdle } from "./when-idle.ts";

interface ExamplesMenuProps {
  /** Name of the example that is open as it came. */
  readonly current: string | null;
  onOpen(name: string): void;
  /** Somebody would rather begin with a playground of their own. */
  onNew(): void;
}

export function ExamplesMenu(props: ExamplesMenuProps): JSX.Element {
  // Keys that are pressed right after the menu opened are for its items, so they should be there by then.
  onMount(() => whenIdle(() => void fetchExampleList()));
  return (
    <Popover
      label="Examples"
      popup="dialog"
      class="menu examples"
      content={(close) => (
        <Examples
          current={props.current}
          onOpen={(name) => {
            close();
            props.onOpen(name);
          }}
          onNew={() => {
            close();
            props.onNew();
          }}
        />
      )}
    />
  );
}

function Examples(props: ExamplesMenuProps): JSX.Element {
  const late = exampleList() === null;
  void fetchExampleList();
  const [sought, setSought] = createSignal("");
  const groups = createMemo(() => {
    const list = exampleList();
    if (list === null || list === "failed") return [];
    const found = list.examples.filter((example) => isFound(example, sought()));
    return list.groups
      .map((name) => ({ name, examples: found.filter(({ group }) => group === name) }))
      .filter((group) => group.examples.length > 0);
  });
  const focusFirst = (item: HTMLElement) => queueMicrotask(() => item.focus({ preventScroll: true }));
  return (
    <Show
      when={exampleList() !== "failed"}
      fallback={<p class="menu-note">The examples could not be loaded. Is the site still there?</p>}
    >
      <input
        type="search"
        class="menu-search"
        aria-label="Find an example"
        placeholder="Find an example"
        value={sought()}
        onInput={(event) => setSought(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = event.currentTarget.parentElement?.querySelector<HTMLElement>("[role=menuitem]");
          if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          if (event.key === "ArrowDown") first?.focus();
          else first?.click();
        }}
      />
      <p class="menu-note" role="status">
        {groups().length === 0 && sought() !== "" ? "No example is about that." : ""}
      </p>
      <div class="menu-groups" role="menu" aria-label="Examples" onKeyDown={rove}>
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
                    isFirst={groupIndex() === 0 && index() === 0 && sought() === ""}
                    ref={(item) => late && groupIndex() === 0 && index() === 0 && sought() === "" && focusFirst(item)}
                  />
                )}
              </For>
            </div>
          )}
        </For>
      </div>
      <button type="button" class="button quiet menu-new" onClick={() => props.onNew()}>
        New playground
      </button>
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

/** Each word that is sought stands in the title, the hint, the group or the name. */
function isFound({ title, hint, group, name }: Example, sought: string): boolean {
  const text = `${title} ${hint} ${group} ${name}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Arrow keys, Home and End move the focus, as in any menu; what is typed goes to the field above. */
function rove(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const search = event.currentTarget.parentElement?.querySelector<HTMLElement>("input");
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) {
    // The letter is put where the focus is by then.
    if (event.key.length === 1 && event.key !== " ") search?.focus();
    return;
  }
  event.preventDefault();
  (to < 0 ? search : items[to % items.length])?.focus();
}
