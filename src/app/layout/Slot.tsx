// The place of one component in a layout, with its widget. A page may have a thousand of these: each takes few computations.

import { createComponent, createMemo, getOwner, runWithOwner } from "solid-js";
import type { JSX } from "solid-js";
import { insert } from "solid-js/web";
import type { ComponentSpec } from "../../spec/app-spec.ts";
import { type Attributes, followAttributes, ifSo } from "../../widgets/attributes.ts";
import { widgets } from "../../widgets/registry.ts";
import type { Widget } from "../../widgets/widget.ts";
import type { AwaitedCall, User } from "../model.ts";
import { SwapSlot } from "../SwapSlot.tsx";
import { AwaitedLine } from "./AwaitedLine.tsx";
import { placeClass, placeId, placeStyleText } from "./place.ts";
import { SlotWidget } from "./slot-widget.ts";

/** `Widget`: what draws components of its kind, for good. */
export function Slot(props: { readonly Widget: Widget; readonly component: number; readonly user: User }): JSX.Element {
  const { Widget, user } = props;
  // A component that goes is drawn as it was until its place goes, too.
  const known = createMemo<ComponentSpec | undefined>((last) => user.component(props.component) ?? last);
  const spec = known as () => ComponentSpec;
  const widget = createComponent(Widget, new SlotWidget(spec, user));
  if (Widget === widgets.button) {
    return (
      <SwapSlot component={spec()} wanted={user.shown(props.component)} busy={user.busy()}>
        {widget}
      </SwapSlot>
    );
  }
  const owner = getOwner();
  let hasLine = false;
  /** Put in when it is first awaited: most of what a page shows never is. */
  const addLine = (slot: HTMLElement): void => {
    if (hasLine) return;
    hasLine = true;
    runWithOwner(owner, () => {
      const isAwaited = createMemo(() => user.awaited(spec().id) !== null);
      const line = () => (isAwaited() ? <AwaitedLine awaited={() => user.awaited(spec().id)} /> : null);
      insert(slot, line, null);
    });
  };
  return (
    <div
      ref={(slot) =>
        followAttributes(slot, () => {
          const component = spec();
          const call = user.awaited(component.id);
          if (!call) return attributesOf(component, "slot");
          addLine(slot);
          return attributesOf(component, isVeiled(call) ? "slot awaited veiled" : "slot awaited");
        })
      }
    >
      {widget}
    </div>
  );
}

function attributesOf(component: ComponentSpec, own: string): Attributes {
  return {
    id: placeId(component),
    class: placeClass(component, own),
    style: placeStyleText(component),
    hidden: ifSo(component.visible === "hidden"),
  };
}

/** What has come already is read while more of it comes. */
function isVeiled(call: AwaitedCall): boolean {
  return call.shows === "full" && !(call.status.kind === "running" && call.status.yields > 0);
}
