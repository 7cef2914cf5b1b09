// The place of one component in a layout, with its widget.

import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ComponentSpec } from "../../spec/app-spec.ts";
import { isFaceless } from "../../spec/faceless.ts";
import { isLayout } from "../../spec/layout-kind.ts";
import { widgets } from "../../widgets/registry.ts";
import type { Widget } from "../../widgets/widget.ts";
import type { User } from "../model.ts";
import { SwapSlot } from "../SwapSlot.tsx";
import { AwaitedLine } from "./AwaitedLine.tsx";
import { placeClass, placeId, placeStyle } from "./place.ts";

export function Slot(props: { readonly component: number; readonly user: User }): JSX.Element {
  const component = createMemo(() => props.user.component(props.component));
  const widget = createMemo(() => widgetOf(component()));
  const awaited = createMemo(() => props.user.awaited(props.component));
  const isAwaited = () => awaited() !== null;
  // What has come already is read while more of it comes.
  const isVeiled = () => {
    const call = awaited();
    return call?.shows === "full" && !(call.status.kind === "running" && call.status.yields > 0);
  };
  // A component that goes is drawn as it was until its place goes, too.
  const spec = createMemo<ComponentSpec | undefined>((last) => component() ?? last);
  // By the widget, which stands for the kind: a page may have a thousand of these, so nothing is asked twice.
  return (
    <Show when={widget()} keyed>
      {(Widget) => {
        const known = spec as () => ComponentSpec;
        const face = () => <Face Widget={Widget} component={known()} user={props.user} />;
        if (Widget === widgets.button) {
          return (
            <SwapSlot component={known()} wanted={props.user.shown(props.component)} busy={props.user.busy()}>
              {face()}
            </SwapSlot>
          );
        }
        return (
          <div
            id={placeId(known())}
            class={placeClass(known(), "slot")}
            classList={{ awaited: isAwaited(), veiled: isVeiled() }}
            style={placeStyle(known())}
            hidden={known().visible === "hidden"}
          >
            {face()}
            <Show when={isAwaited()}>
              <AwaitedLine awaited={awaited} />
            </Show>
          </div>
        );
      }}
    </Show>
  );
}

function Face(props: { readonly Widget: Widget; readonly component: ComponentSpec; readonly user: User }): JSX.Element {
  const id = () => props.component.id;
  const isButton = () => props.component.kind === "button";
  return (
    <props.Widget
      component={props.component}
      value={props.user.value(id())}
      error={props.user.fieldError(id())}
      disabled={isButton() && !props.component.interactive}
      onInput={(value) => props.user.edit(id(), value)}
      onChange={(value) => props.user.edit(id(), value)}
      onSubmit={() => props.user.trigger(id(), isButton() ? "click" : "submit")}
      onEvent={(name, data) => props.user.trigger(id(), name, data)}
      listens={(name) => props.user.listens(id(), name)}
    />
  );
}

function widgetOf(component: ComponentSpec | undefined): Widget | null {
  if (!component || isFaceless(component.kind) || isLayout(component.kind)) return null;
  return widgets[component.kind];
}
