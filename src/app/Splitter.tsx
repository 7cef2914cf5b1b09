// The line between two panes: dragged, or moved with the arrow keys; a double press puts it back. It moves between panes
// that stay where they are in the document, so that no editor or app is built anew when the layout changes.

import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import "./styles/splitter.css";

const STEP = 0.02;

export function Splitter(props: {
  readonly name: string;
  /** Of the line itself. */
  readonly orientation: "vertical" | "horizontal";
  /** The part of the parent's room that the sized pane takes. */
  readonly share: number;
  readonly usual: number;
  /** Where the sized pane stands. */
  readonly sized: "before" | "after";
  onMove(share: number): void;
}): JSX.Element {
  const [held, setHeld] = createSignal(false);
  const move = (share: number) => props.onMove(Math.min(0.85, Math.max(0.12, share)));
  const drag = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    const room = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!held() || !room) return;
    const before =
      props.orientation === "vertical"
        ? (event.clientX - room.left) / room.width
        : (event.clientY - room.top) / room.height;
    move(props.sized === "before" ? before : 1 - before);
  };
  const press = (event: KeyboardEvent) => {
    const [back, forth] = props.orientation === "vertical" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const grow = props.sized === "before" ? STEP : -STEP;
    if (event.key === forth) move(props.share + grow);
    else if (event.key === back) move(props.share - grow);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(1);
    else if (event.key === "Enter") move(props.usual);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="splitter"
      classList={{ held: held() }}
      role="separator"
      tabIndex={0}
      aria-label={props.name}
      aria-orientation={props.orientation}
      aria-valuenow={Math.round(props.share * 100)}
      aria-valuemin={12}
      aria-valuemax={85}
      onKeyDown={press}
      onDblClick={() => props.onMove(props.usual)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(true);
      }}
      onPointerMove={drag}
      onLostPointerCapture={() => setHeld(false)}
    />
  );
}
