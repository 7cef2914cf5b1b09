// What a person opens and closes: an accordion, a sidebar. Its content is made when it is first opened, and stays.

import { createEffect, createMemo, createSignal, createUniqueId, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import { numberProp } from "../../widgets/component-props.ts";
import type { LayoutNode } from "../../spec/app-spec.ts";
import type { User } from "../model.ts";
import type { BlockProps } from "./block.ts";
import { Children } from "./Children.tsx";
import { placeClass, placeId, placeStyle } from "./place.ts";
import "../styles/folding.css";

export function Folding(props: BlockProps): JSX.Element {
  const id = createUniqueId();
  const isOpen = () => props.component.props["open"] === true;
  const [made, setMade] = createSignal(false);
  createEffect(() => {
    if (isOpen()) setMade(true);
  });
  // What is wrong in it must be seen.
  const hasError = createMemo(() => holdsError(props.node, props.user));
  createEffect(
    on(hasError, (isWrong) => {
      if (isWrong && !isOpen()) props.user.change(props.component.id, { open: true });
    }),
  );
  const isSidebar = () => props.component.kind === "sidebar";
  const name = () => props.component.label || (isSidebar() ? "Sidebar" : "More");
  const toggle = () => {
    const open = !isOpen();
    props.user.change(props.component.id, { open });
    props.user.trigger(props.component.id, open ? "expand" : "collapse");
  };
  const width = () => numberProp(props.component, "width");
  return (
    <div
      id={placeId(props.component)}
      class={placeClass(props.component, isSidebar() ? "sidebar" : "accordion")}
      classList={{ open: isOpen(), right: props.component.props["position"] === "right" }}
      style={{ ...placeStyle(props.component), ...(width() === null ? {} : { "--width": `${width()}px` }) }}
      hidden={props.component.visible === "hidden"}
    >
      <button type="button" class="fold" aria-expanded={isOpen()} aria-controls={id} onClick={toggle}>
        <span>{name()}</span>
      </button>
      <div class="column" id={id} role="group" aria-label={name()} hidden={!isOpen()}>
        <Show when={made() || isOpen()}>
          <Children nodes={props.node.children} user={props.user} draw={props.draw} />
        </Show>
      </div>
    </div>
  );
}

function holdsError(node: LayoutNode, user: Pick<User, "fieldError">): boolean {
  if (node.kind === "component") return user.fieldError(node.component) !== null;
  return node.children.some((child) => holdsError(child, user));
}
