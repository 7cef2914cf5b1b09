// The field over a cell that is being typed into. Enter takes it over and goes down, Tab to the right, Escape leaves the cell
// as it was, Alt+Enter starts a new line; leaving the field takes it over too.

import { onCleanup, onMount } from "solid-js";
import type { JSX } from "solid-js";

interface CellEditorProps {
  readonly text: string;
  readonly label: string;
  readonly numeric: boolean;
  onCommit(text: string): void;
  onCancel(): void;
  /** After it was taken over by a key. */
  onMove(key: "Enter" | "Tab", backwards: boolean): void;
}

export function CellEditor(props: CellEditorProps): JSX.Element {
  let field: HTMLTextAreaElement | undefined;
  let done = false;

  function finish(action: () => void): void {
    if (done) return;
    done = true;
    action();
  }

  onMount(() => {
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  });
  // Scrolled out of sight, it is left.
  onCleanup(() => finish(() => props.onCommit(field?.value ?? props.text)));

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const { key } = event;
    if (key === "Escape") finish(props.onCancel);
    else if (key === "Enter" && event.altKey)
      field?.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
    else if (key === "Enter" || key === "Tab") {
      finish(() => props.onCommit(field?.value ?? ""));
      props.onMove(key, event.shiftKey);
    } else return;
    event.preventDefault();
  }

  return (
    <textarea
      ref={(element) => (field = element)}
      class="df-editor"
      classList={{ numeric: props.numeric }}
      rows={1}
      aria-label={props.label}
      inputmode={props.numeric ? "decimal" : "text"}
      spellcheck={false}
      value={props.text}
      onKeyDown={onKeyDown}
      onBlur={() => finish(() => props.onCommit(field?.value ?? ""))}
      onPointerDown={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
    />
  );
}
