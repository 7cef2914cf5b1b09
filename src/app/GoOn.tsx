// Leads from the start page back to what was done last. Loaded only where something of one's own was open before.

import { createSignal, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ListedPlayground } from "./library-model.ts";
import type { Playground } from "./model.ts";
import { createLibraryUse } from "./use-library.ts";

export function GoOn(props: { readonly playground: Playground }): JSX.Element {
  const { run } = createLibraryUse(props.playground);
  const [newest, setNewest] = createSignal<ListedPlayground | null>(null);
  onMount(
    () =>
      void run(async (library) => {
        setNewest((await library.list()).find(({ deleted }) => deleted === null) ?? null);
      }),
  );
  return (
    <Show when={newest()}>
      {(last) => (
        <aside class="notice go-on" aria-label="Your own">
          <p>You have been here before.</p>
          <button
            type="button"
            class="button small"
            onClick={() => void run(async (library) => library.open(last().id))}
          >
            Go on with “{last().title}”
          </button>
        </aside>
      )}
    </Show>
  );
}
