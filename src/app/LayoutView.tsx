// An app's layout: rows and columns that wrap where there is little room, and in each slot the widget of its component.
// By position, not identity: while code is edited, a new app changes what differs and leaves the rest standing.

import { Index, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { AppSpec, ComponentSpec, LayoutNode } from "../spec/app-spec.ts";
import { isKept } from "../spec/kept-kind.ts";
import { widgets } from "../widgets/registry.ts";
import type { User } from "./model.ts";
import { SwapSlot } from "./SwapSlot.tsx";

interface LayoutProps {
  readonly node: LayoutNode;
  readonly app: AppSpec;
  readonly user: User;
}

export function LayoutView(props: LayoutProps): JSX.Element {
  const group = () => (props.node.kind === "component" ? null : props.node);
  const component = () => (props.node.kind === "component" ? props.app.components[props.node.component] : undefined);
  return (
    <Switch>
      <Match when={component()}>{(spec) => <Slot component={spec()} user={props.user} />}</Match>
      <Match when={hasFace(props.node, props.app) && group()}>
        {(node) => (
          <div
            class={node().kind}
            classList={{ buttons: isButtons(node(), props.app) }}
            style={{ "--scale": node().scale }}
          >
            <Index each={node().children}>
              {(child) => <LayoutView node={child()} app={props.app} user={props.user} />}
            </Index>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function Slot(props: { readonly component: ComponentSpec; readonly user: User }): JSX.Element {
  const id = () => props.component.id;
  const isButton = () => props.component.kind === "button";
  const widget = () => (isKept(props.component.kind) ? null : widgets[props.component.kind]);
  return (
    <Show when={(props.component.visible || isButton()) && widget()} keyed>
      {(Widget) => (
        <SwapSlot swaps={isButton()} wanted={!isButton() || props.user.shown(id())} busy={props.user.busy()}>
          <Widget
            component={props.component}
            value={props.user.value(id())}
            error={props.user.fieldError(id())}
            disabled={isButton() && !props.component.interactive}
            onInput={(value) => {
              props.user.setValue(id(), value);
              props.user.trigger(id(), "input");
            }}
            onChange={(value) => {
              props.user.setValue(id(), value);
              props.user.trigger(id(), "change");
            }}
            onSubmit={() => props.user.trigger(id(), isButton() ? "click" : "submit")}
          />
        </SwapSlot>
      )}
    </Show>
  );
}

/** Whether there is anything to see: a column of nothing but a State takes no room. */
function hasFace(node: LayoutNode, app: AppSpec): boolean {
  if (node.kind !== "component") return node.children.some((child) => hasFace(child, app));
  const component = app.components[node.component];
  return component !== undefined && (component.visible || component.kind === "button");
}

function isButtons(node: LayoutNode, app: AppSpec): boolean {
  if (node.kind !== "row") return false;
  return node.children.every(
    (child) => child.kind === "component" && app.components[child.component]?.kind === "button",
  );
}
