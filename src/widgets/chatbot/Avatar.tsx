// The picture beside messages, if the chat has one for that side.

import { createMemo, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { WidgetProps } from "../widget.ts";

export function Avatar(props: { readonly widget: WidgetProps; readonly role: "user" | "assistant" }): JSX.Element {
  const address = createMemo(() => {
    const pictures = props.widget.component.props["avatarImages"];
    const picture: unknown = Array.isArray(pictures) ? pictures[props.role === "user" ? 0 : 1] : null;
    if (!(picture instanceof Blob)) return typeof picture === "string" ? picture : null;
    const made = URL.createObjectURL(picture);
    onCleanup(() => URL.revokeObjectURL(made));
    return made;
  });
  return <Show when={address()}>{(source) => <img class="avatar" src={source()} alt="" />}</Show>;
}
