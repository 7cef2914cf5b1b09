// A part of the layout that holds others: each kind in its own form. What a person opens, closes and chooses is kept as a
// change of the component, as if a function had changed it.

import { createMemo, Match, Show, Suspense, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { ComponentSpec, LayoutNode } from "../../spec/app-spec.ts";
import { type BlockProps, childrenOf } from "./block.ts";
import { Children } from "./Children.tsx";
import { Folding, TabsView } from "./lazy-blocks.ts";
import { placeClass, placeId, placeStyle } from "./place.ts";

export function BlockView(props: Omit<BlockProps, "component">): JSX.Element {
  const component = () => props.user.component(props.node.component);
  return (
    <Show when={component()}>
      {(spec) => (
        <Switch fallback={<Plain {...props} component={spec()} />}>
          <Match when={spec().kind === "accordion" || spec().kind === "sidebar"}>
            <Suspense>
              <Folding {...props} component={spec()} />
            </Suspense>
          </Match>
          <Match when={spec().kind === "tabs"}>
            <Suspense>
              <TabsView {...props} component={spec()} />
            </Suspense>
          </Match>
        </Switch>
      )}
    </Show>
  );
}

/** A row, a column, a group; a tab stands in its tabs, whose head names it. */
function Plain(props: BlockProps): JSX.Element {
  const isSidebar = (node: LayoutNode) => props.user.component(node.component)?.kind === "sidebar";
  const nodes = () => childrenOf(props.node, props.user);
  const sides = createMemo(() => nodes().some(isSidebar));
  const look = () => props.component.props;
  return (
    <div
      id={placeId(props.component)}
      class={placeClass(props.component, classes[props.component.kind] ?? "column")}
      classList={{
        buttons: isButtons(props),
        "with-sides": sides(),
        panel: look()["variant"] === "panel",
        compact: look()["variant"] === "compact",
        even: look()["equalHeight"] === true,
      }}
      style={{ ...placeStyle(props.component), ...heights(look()) }}
      hidden={props.component.visible === "hidden"}
    >
      <Show when={sides()} fallback={<Children nodes={nodes()} user={props.user} draw={props.draw} />}>
        <Children nodes={nodes().filter(isSidebar)} user={props.user} draw={props.draw} />
        <div class="column">
          <Children nodes={nodes().filter((child) => !isSidebar(child))} user={props.user} draw={props.draw} />
        </div>
      </Show>
    </div>
  );
}

const classes: Readonly<Record<string, string>> = { row: "row", group: "grouped" };

function isButtons({ component, node, user }: BlockProps): boolean {
  if (component.kind !== "row") return false;
  return childrenOf(node, user).every((child) => user.component(child.component)?.kind === "button");
}

function heights(props: ComponentSpec["props"]): Record<string, string> {
  const of = (name: string, value: unknown): Record<string, string> => {
    if (typeof value === "number") return { [name]: `${value}px` };
    return typeof value === "string" ? { [name]: value } : {};
  };
  return {
    ...of("height", props["height"]),
    ...of("max-height", props["maxHeight"]),
    ...of("min-height", props["minHeight"]),
  };
}
