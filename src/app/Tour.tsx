// The strip that leads a first visitor through what there is to see. Goes away when asked to.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Playground } from "./model.ts";
import { createTourProgress, inTab, steps } from "./tour-progress.ts";

const moral = "Yours ended with the refresh, everyone's did not: that is the whole idea. Now change the code.";

export function Tour(props: { readonly playground: Playground }): JSX.Element {
  const progress = createTourProgress(props.playground);
  const next = () => steps.findIndex((_, index) => !progress.done().has(index));
  return (
    <Show when={!progress.hidden()}>
      <aside class="strip" aria-label="See it">
        <Show when={next() >= 0} fallback={<p>{moral}</p>}>
          <b>See it:</b>
          <ol>
            <For each={steps}>
              {(step, index) => (
                <li
                  classList={{ done: progress.done().has(index()) }}
                  aria-current={index() === next() ? "step" : undefined}
                >
                  <Show when={step === inTab && !progress.done().has(index())} fallback={<span>{step}</span>}>
                    <button type="button" class="link" onClick={() => window.open(location.href, "_blank", "noopener")}>
                      {step}
                    </button>
                  </Show>
                  <Show when={progress.done().has(index())}>
                    <span class="unseen">, done</span>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <div class="space" />
        <span class="about">Write a function, get its app, and see the state it keeps.</span>
        <button type="button" class="button quiet small" onClick={() => progress.hide()}>
          Hide
        </button>
      </aside>
    </Show>
  );
}
