// Buttons of the header that every view has.

import type { JSX } from "solid-js";
import type { Playground } from "./model.ts";
import type { Panels } from "./panels.ts";

export function AddUser(props: { readonly playground: Playground }): JSX.Element {
  return (
    <button
      type="button"
      class="button add"
      classList={{ quiet: props.playground.view() === "app" }}
      onClick={() => {
        props.playground.addUser();
        // The card stands by then; a later one may be out of sight.
        document.querySelector(".users > :last-child")?.scrollIntoView({ block: "nearest", inline: "nearest" });
      }}
    >
      Add user
    </button>
  );
}

export function StateToggle(props: { readonly panels: Panels }): JSX.Element {
  return (
    <button
      type="button"
      class="button quiet"
      aria-pressed={props.panels.stateOpen()}
      onClick={() => props.panels.toggleState()}
    >
      State
    </button>
  );
}
