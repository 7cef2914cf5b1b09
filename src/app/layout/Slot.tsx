// The place of one component in a layout, with its widget. A page may have a thousand of these: each takes few computations.

import { createMemo } from "solid-js";
import type { JSX } from "solid-js";
import type { ComponentSpec } from "../../spec/app-spec.ts";
import { widgets } from "../../widgets/registry.ts";
import type { Widget } from "../../widgets/widget.ts";
import type { User } from "../model.ts";
import { SwapSlot } from "../SwapSlot.tsx";
import { AwaitedLine } from "./AwaitedLine.tsx";
import { placeClass, placeId, placeStyle } from "./place.ts";

/** `Widget`: what draws components of its kind, for good. */
export function Slot(props: { readonly Widget: Widget; readonly component: number; readonly user: User }): JSX.Element {
  // A component that goes is drawn as it was until its place goes, too.
  const known = createMemo<ComponentSpec | undefined>((last) => props.user.component(props.component) ?? last);
  const spec = known as () => ComponentSpec;
  if (props.Widget === widgets.button) {
    return (
      <SwapSlot component={spec()} wanted={props.user.shown(props.component)} busy={props.user.busy()}>
        <Face Widget={props.Widget} spec={spec} user={props.user} />
      </SwapSlot>
    );
  }
  const isAwaited = createMemo(() => props.user.awaited(props.component) !== null);
  const line = () => (isAwaited() ? <AwaitedLine awaited={() => props.user.awaited(props.component)} /> : null);
  return (
    <div
      id={placeId(spec())}
      class={placeClass(spec(), isAwaited() ? (isVeiled(props) ? "slot awaited veiled" : "slot awaited") : "slot")}
      style={placeStyle(spec())}
      hidden={spec().visible === "hidden"}
    >
      <Face Widget={props.Widget} spec={spec} user={props.user} />
      {line()}
    </div>
  );
}

/** What has come already is read while more of it comes. */
function isVeiled({ component, user }: { readonly component: number; readonly user: User }): boolean {
  const call = user.awaited(component);
  return call?.shows === "full" && !(call.status.kind === "running" && call.status.yields > 0);
}

function Face(props: {
  readonly Widget: Widget;
  readonly spec: () => ComponentSpec;
  readonly user: User;
}): JSX.Element {
  const { spec, user } = props;
  const isButton = () => spec().kind === "button";
  const isDisabled = () => isButton() && !spec().interactive;
  return (
    <props.Widget
      component={spec()}
      value={user.value(spec().id)}
      error={user.fieldError(spec().id)}
      disabled={isDisabled()}
      onInput={(value) => user.edit(spec().id, value)}
      onChange={(value) => user.edit(spec().id, value)}
      onSubmit={() => user.trigger(spec().id, isButton() ? "click" : "submit")}
      onEvent={(name, data) => user.trigger(spec().id, name, data)}
      listens={(name) => user.listens(spec().id, name)}
    />
  );
}
