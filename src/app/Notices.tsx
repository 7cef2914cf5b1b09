// Banners: what the person should know and may put away.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { AlertIcon, CloseIcon, InfoIcon } from "./icons.tsx";
import type { Playground } from "./model.ts";

export function Notices(props: { readonly playground: Playground }): JSX.Element {
  return (
    <For each={props.playground.notices()}>
      {(notice) => (
        <div class={`notice ${notice.tone}`} role={notice.tone === "error" ? "alert" : "status"}>
          <Show when={notice.tone === "info"} fallback={<AlertIcon />}>
            <InfoIcon />
          </Show>
          <p>{notice.text}</p>
          <Show when={notice.action}>
            {(action) => (
              <button type="button" class="button small" onClick={() => action().run()}>
                {action().label}
              </button>
            )}
          </Show>
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss"
            onClick={() => props.playground.dismissNotice(notice.id)}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </For>
  );
}
