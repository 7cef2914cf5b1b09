// Tabs: one of several parts is seen. The arrow keys go from one to the next; each is made when it is first chosen.

import { createMemo, createSignal, createUniqueId, Index, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ComponentSpec, LayoutNode } from "../../spec/app-spec.ts";
import type { BlockProps } from "./block.ts";
import { placeClass, placeId, placeStyle } from "./place.ts";
import "../styles/tabs.css";

interface Tab {
  readonly node: LayoutNode;
  readonly component: ComponentSpec;
  readonly index: number;
}

export function TabsView(props: BlockProps): JSX.Element {
  const id = createUniqueId();
  const tabs = createMemo(() =>
    props.node.children.flatMap((node, index): Tab[] => {
      const component = props.user.component(node.component);
      return component?.kind === "tab" && component.visible === true ? [{ node, component, index }] : [];
    }),
  );
  const chosen = createMemo(() => {
    const wanted = props.component.props["selected"];
    return tabs().find(({ component }) => tabId(component) === wanted) ?? tabs().find(isUsable) ?? tabs()[0];
  });
  const [seen, setSeen] = createSignal<ReadonlySet<number>>(new Set());
  const isMade = (tab: Tab) => {
    if (tab.component.id !== chosen()?.component.id) return seen().has(tab.component.id);
    return true;
  };
  const choose = (tab: Tab) => {
    const before = chosen();
    if (before?.component.id === tab.component.id) return;
    if (before) setSeen(new Set([...seen(), before.component.id]));
    const { user, component } = props;
    user.change(component.id, { selected: tabId(tab.component) });
    const data = { index: tab.index, value: tab.component.label, selected: true };
    user.trigger(component.id, "change", data);
    user.trigger(component.id, "select", data);
    user.trigger(tab.component.id, "select", data);
  };
  return (
    <div
      id={placeId(props.component)}
      class={placeClass(props.component, "tab-set")}
      style={placeStyle(props.component)}
      hidden={props.component.visible === "hidden"}
    >
      <div
        class="tab-heads"
        role="tablist"
        onKeyDown={(event) => step(event, tabs().filter(isUsable), chosen(), choose)}
      >
        <Index each={tabs()}>
          {(tab) => {
            const isChosen = () => tab().component.id === chosen()?.component.id;
            return (
              <button
                type="button"
                role="tab"
                id={`${id}-tab-${tab().index}`}
                aria-selected={isChosen()}
                aria-controls={`${id}-panel-${tab().index}`}
                tabIndex={isChosen() ? 0 : -1}
                disabled={!isUsable(tab())}
                onClick={() => choose(tab())}
              >
                {tab().component.label}
              </button>
            );
          }}
        </Index>
      </div>
      <Index each={tabs()}>
        {(tab) => (
          <div
            class="tab-panel"
            role="tabpanel"
            id={`${id}-panel-${tab().index}`}
            aria-labelledby={`${id}-tab-${tab().index}`}
            hidden={tab().component.id !== chosen()?.component.id}
          >
            <Show when={isMade(tab())}>{props.draw(() => tab().node)}</Show>
          </div>
        )}
      </Index>
    </div>
  );
}

/** A tab without an id is known by its component. */
function tabId(component: ComponentSpec): unknown {
  return component.props["id"] ?? component.id;
}

function isUsable({ component }: Tab): boolean {
  return component.interactive;
}

function step(event: KeyboardEvent, tabs: readonly Tab[], chosen: Tab | undefined, choose: (tab: Tab) => void): void {
  const at = tabs.findIndex(({ component }) => component.id === chosen?.component.id);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  const next = tabs[(to + tabs.length) % tabs.length];
  if (!next || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  choose(next);
  event.currentTarget.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
}
