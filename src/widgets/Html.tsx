// HTML that somebody's program made, in a box that nothing leaves: what is safe of it stands in a shadow root, where its
// styles end, and the box around that clips what moves out of it, whatever its positions say.

import { createEffect, createUniqueId } from "solid-js";
import type { JSX } from "solid-js";
import { flagProp, scrolls, sizeProp } from "./component-props.ts";
import { FieldError } from "./Field.tsx";
import "./html.css";
import { followJumpLink } from "./prose/jump-links.ts";
import { sanitizeBoxed } from "./prose/sanitize.ts";
import type { WidgetProps } from "./widget.ts";

/** Above the program's own styles: what the page's text looks like. */
const ground = `:host { display: block; overflow-wrap: anywhere; } style + * { margin-top: 0; } :host > :last-child { margin-bottom: 0; } img, svg, video { max-width: 100%; } a { color: inherit; }`;

export default function Html(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  let scroll: HTMLElement | undefined;
  let root: ShadowRoot | undefined;
  const text = () => (typeof props.value === "string" ? props.value : "");
  createEffect(() => {
    if (!root || !scroll) return;
    const atEnd = scroll.scrollTop + scroll.clientHeight >= scroll.scrollHeight - 8;
    const style = document.createElement("style");
    style.textContent = ground;
    root.replaceChildren(style, sanitizeBoxed(text()));
    if (atEnd && flagProp(props.component, "autoscroll")) scroll.scrollTop = scroll.scrollHeight;
  });
  return (
    <div class="html">
      <div
        ref={(element) => (scroll = element)}
        class="html-box"
        classList={{ padded: flagProp(props.component, "padding") }}
        role={props.component.label ? "group" : undefined}
        aria-label={props.component.label || undefined}
        tabIndex={scrolls(props.component) ? 0 : undefined}
        style={{
          height: sizeProp(props.component, "height"),
          "max-height": sizeProp(props.component, "maxHeight"),
          "min-height": sizeProp(props.component, "minHeight"),
        }}
      >
        <div
          ref={(element) => {
            root = element.attachShadow({ mode: "open" });
            root.addEventListener("click", followJumpLink);
          }}
        />
      </div>
      <FieldError id={id} error={props.error} />
    </div>
  );
}
