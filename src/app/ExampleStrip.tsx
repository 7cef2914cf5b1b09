// The strip above an open example: what to look at and try, and the way to the next one. Goes away when asked to.

import { createSignal, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { exampleList, fetchExampleList } from "./example-list.ts";

export function ExampleStrip(props: { readonly name: string; onOpen(name: string): void }): JSX.Element {
  onMount(() => void fetchExampleList());
  const [hidden, setHidden] = createSignal<string | null>(null);
  const all = () => {
    const list = exampleList();
    return list === null || list === "failed" ? [] : list.examples;
  };
  const index = () => all().findIndex(({ name }) => name === props.name);
  const example = () => all()[index()];
  const next = () => all()[index() + 1];
  return (
    <Show when={hidden() !== props.name && example()}>
      {(example) => (
        <aside class="strip try" aria-label="Try it">
          <b>Try it:</b>
          <p>{example().hint}</p>
          <div class="space" />
          <Show when={next()}>
            {(next) => (
              <button type="button" class="button quiet small" onClick={() => props.onOpen(next().name)}>
                Next: {next().title}
              </button>
            )}
          </Show>
          <button type="button" class="button quiet small" onClick={() => setHidden(props.name)}>
            Hide
          </button>
        </aside>
      )}
    </Show>
  );
}
