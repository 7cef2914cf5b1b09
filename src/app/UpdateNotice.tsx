// Asks whether the page may be loaded again, when there is a newer version of the site. It can wait for as long as one likes.

import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { CloseIcon, InfoIcon } from "./icons.tsx";

export function UpdateNotice(props: { readonly newer: boolean; update(): Promise<boolean> }): JSX.Element {
  const [putAway, setPutAway] = createSignal(false);
  const [updating, setUpdating] = createSignal(false);
  const [refused, setRefused] = createSignal(false);
  const update = async () => {
    setUpdating(true);
    setRefused(!(await props.update()));
    setUpdating(false);
  };
  return (
    <Show when={props.newer && !putAway()}>
      <div class="notice info" role="status">
        <InfoIcon />
        <p>
          {refused()
            ? cannotStore
            : "There is a newer version of Interstate. Your code and what all tabs share stay; sessions start anew."}
        </p>
        <button type="button" class="button small" disabled={updating()} onClick={() => void update()}>
          Update
        </button>
        <button type="button" class="icon-button" aria-label="Later" onClick={() => setPutAway(true)}>
          <CloseIcon />
        </button>
      </div>
    </Show>
  );
}

const cannotStore =
  "This browser does not store your code just now, so the page goes on as it is. Copy the code, then load the page again.";
