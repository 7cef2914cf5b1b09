// The page `/?gallery`: every component in every condition, drawn by the very widgets that apps have, for people who work on
// them and for tests. `?gallery=textbox` shows one kind alone.

import { createSignal, For, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import { kindOf } from "../../spec/component-kinds.ts";
import { type DrawnKind, widgets } from "../../widgets/registry.ts";
import { conditions, type InputSample, type OutputSample, type Samples, toShown } from "./sample.ts";
import { samples } from "./samples.ts";
import "../styles/tokens.css";
import "../styles/base.css";
import "./gallery.css";
import "../../spec/other-kinds.ts";

const all = Object.keys(samples) as DrawnKind[];

export function GalleryPage(props: { readonly only: string }): JSX.Element {
  const kinds = () => all.filter((kind) => props.only === "" || kind === props.only);
  document.title = "Gallery · Interstate";
  return (
    <main class="gallery">
      <header>
        <h1>Gallery</h1>
        <p>Every component in every condition, as an input and as an output.</p>
        <nav aria-label="Components">
          <a href="?gallery" aria-current={props.only === "" ? "page" : undefined}>
            All
          </a>
          <For each={all}>
            {(kind) => (
              <a href={`?gallery=${kind}`} aria-current={props.only === kind ? "page" : undefined}>
                {kindOf(kind).name}
              </a>
            )}
          </For>
        </nav>
      </header>
      <For each={kinds()} fallback={<p>There is no component of this name.</p>}>
        {(kind) => <KindSection kind={kind} samples={samples[kind]} />}
      </For>
    </main>
  );
}

function KindSection(props: { readonly kind: DrawnKind; readonly samples: Samples }): JSX.Element {
  const name = () => kindOf(props.kind).name;
  return (
    <section aria-label={name()}>
      <h2>{name()}</h2>
      <h3>As an input</h3>
      <div class="gallery-grid">
        <For each={conditions}>
          {(condition) => <Cell {...props} name={`input, ${condition}`} sample={props.samples.inputs[condition]} />}
        </For>
      </div>
      <h3>As an output</h3>
      <div class="gallery-grid">
        <For each={conditions}>
          {(condition) => <Cell {...props} name={`output, ${condition}`} sample={props.samples.outputs[condition]} />}
        </For>
      </div>
      <Show when={props.samples.more}>
        {(more) => (
          <>
            <h3>More</h3>
            <div class="gallery-grid">
              <For each={Object.entries(more())}>
                {([what, sample]) => <Cell {...props} name={what} sample={sample} />}
              </For>
            </div>
          </>
        )}
      </Show>
    </section>
  );
}

function Cell(props: {
  readonly kind: DrawnKind;
  readonly name: string;
  readonly sample: InputSample | OutputSample;
}): JSX.Element {
  const { component, value: initial, error } = toShown(props.kind, props.sample);
  const [value, setValue] = createSignal(initial);
  const [heard, setHeard] = createSignal("");
  const hear = (event: string, data?: unknown) => setHeard(`${event} ${JSON.stringify(data) ?? ""}`.slice(0, 80));
  const Widget = widgets[props.kind];
  return (
    <figure aria-label={props.name} dir={props.name.endsWith("right-to-left") ? "rtl" : undefined}>
      <figcaption>
        <span>{props.name}</span>
        <output>{heard()}</output>
      </figcaption>
      <Suspense>
        <Widget
          component={component}
          value={value()}
          error={error}
          disabled={props.name.endsWith("disabled")}
          onInput={(next) => {
            setValue(() => next);
            hear("input", next);
          }}
          onChange={(next) => {
            setValue(() => next);
            hear("change", next);
          }}
          onSubmit={() => hear("submit")}
          onEvent={hear}
          listens={() => true}
        />
      </Suspense>
    </figure>
  );
}
