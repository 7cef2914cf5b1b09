// On a narrow screen: which of the panes is shown.

import { For } from "solid-js";
import type { JSX } from "solid-js";
import type { Panels, Tab } from "./panels.ts";

const tabs: readonly { readonly tab: Tab; readonly label: string }[] = [
  { tab: "app", label: "App" },
  { tab: "code", label: "Code" },
  { tab: "state", label: "State" },
  { tab: "console", label: "Console" },
];

export function TabBar(props: { readonly panels: Panels }): JSX.Element {
  return (
    <nav class="pane-tabs" aria-label="Panes">
      <For each={tabs}>
        {(each) => (
          <button
            type="button"
            aria-pressed={props.panels.tab() === each.tab}
            onClick={() => props.panels.setTab(each.tab)}
          >
            {each.label}
          </button>
        )}
      </For>
    </nav>
  );
}
