// A dialog over the page. The browser's own does the rest: nothing behind it can be reached, Escape closes it, and the
// focus returns to where it was.

import { onMount } from "solid-js";
import type { JSX } from "solid-js";
import { CloseIcon } from "./icons.tsx";
import "./styles/dialog.css";

export function Dialog(props: {
  readonly label: string;
  readonly class: string;
  /** Beside the heading. */
  readonly head?: JSX.Element;
  readonly children: JSX.Element;
  onClose(): void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  onMount(() => dialog?.showModal());
  return (
    <dialog
      ref={(element) => (dialog = element)}
      class={`dialog ${props.class}`}
      aria-label={props.label}
      onClose={() => props.onClose()}
      // On what is beside it, which is its own backdrop.
      onPointerDown={(event) => event.target === dialog && dialog.close()}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2>{props.label}</h2>
          {props.head}
          <div class="space" />
          <button type="button" class="icon-button" aria-label="Close" onClick={() => dialog?.close()}>
            <CloseIcon />
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
