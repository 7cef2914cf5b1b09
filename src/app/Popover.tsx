// A button and what it opens below itself. The browser's own popover does the rest: on top of all, closed by Escape or a
// press elsewhere, focus back to the button.

import { createSignal, createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import "./styles/popover.css";

/** Room that is enough for a short menu. */
const leastHeight = 190;

export function Popover(props: {
  readonly label: string;
  /** For assistive tools, when the label alone does not say what opens. */
  readonly name?: string;
  readonly small?: boolean;
  /** Shown in the place of the label. */
  readonly icon?: JSX.Element;
  /** Begins where the button begins, instead of ending where it ends. */
  readonly start?: boolean;
  readonly popup: "menu" | "dialog";
  readonly class: string;
  /** Drawn when opened, anew each time; what has `autofocus` takes the focus. */
  readonly content: (close: () => void) => JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [place, setPlace] = createSignal<JSX.CSSProperties>({});
  let button: HTMLButtonElement | undefined;
  let panel: HTMLDivElement | undefined;
  const close = () => {
    panel?.hidePopover();
    button?.focus();
  };
  const put = () => {
    if (!button) return;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const across = props.start
      ? { left: `${left}px` }
      : { right: `${Math.max(8, document.documentElement.clientWidth - right)}px` };
    const below = { top: `${bottom + 7}px`, "--top": `${bottom + 7}px` };
    // Of a button at the foot of the page it opens above.
    const above = { bottom: `${innerHeight - top + 7}px`, "--top": "8px" };
    setPlace({ ...(innerHeight - bottom < leastHeight && top > leastHeight ? above : below), ...across });
  };
  return (
    <>
      <button
        ref={(element) => (button = element)}
        type="button"
        class={props.icon ? "icon-button" : "button quiet"}
        classList={{ small: props.small === true }}
        aria-label={props.name ? `${props.name}: ${props.label}` : props.icon ? props.label : undefined}
        aria-haspopup={props.popup}
        aria-expanded={open()}
        aria-controls={id}
        popovertarget={id}
      >
        {props.icon ?? props.label}
      </button>
      <div
        ref={(element) => (panel = element)}
        id={id}
        class={`popover ${props.class}`}
        style={place()}
        popover="auto"
        role={props.popup}
        aria-label={props.name ?? props.label}
        // Before it shows, so that the browser finds what takes the focus; a key pressed next goes there.
        on:beforetoggle={(event: ToggleEvent) => {
          if (event.newState !== "open") return;
          put();
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key === "Tab" && props.popup === "dialog") keepInside(event);
        }}
        on:toggle={(event: ToggleEvent) => setOpen(event.newState === "open")}
      >
        <Show when={open()}>{props.content(close)}</Show>
      </div>
    </>
  );
}

/** Tab goes round in what is open, rather than on behind it. */
function keepInside(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button, a[href], input")].filter(
    (stop) => stop.tabIndex >= 0 && !(stop instanceof HTMLInputElement && stop.type === "radio" && !stop.checked),
  );
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (stops.length > 0 && document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}
