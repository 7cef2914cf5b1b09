// What a playground's text was before: each such text beside what has changed since, to be put back in its place.

import { createMemo, createSignal, For, Match, onMount, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { Dialog } from "./Dialog.tsx";
import { type DiffLine, diffTexts } from "./diff-texts.ts";
import type { Library } from "./library-model.ts";
import type { Playground } from "./model.ts";
import { dayText } from "./time-text.ts";
import { createLibraryUse } from "./use-library.ts";
import "./styles/playgrounds.css";

type Past = NonNullable<Awaited<ReturnType<Library["past"]>>>;

export default function PastDialog(props: {
  readonly playground: Playground;
  readonly id: string;
  onToast(text: string): void;
  onClose(): void;
}): JSX.Element {
  const [found, setFound] = createSignal<Past | null>(null);
  const [chosen, setChosen] = createSignal(0);
  const { run, busy, problem } = createLibraryUse(props.playground);
  const text = () => found()?.past[chosen()];

  onMount(
    () =>
      void run(async (library) => {
        const past = await library.past(props.id);
        if (!past) throw new Error("This playground was deleted meanwhile.");
        setFound(past);
      }),
  );

  const restore = (source: string) =>
    run(async (library) => {
      await library.restore(props.id, source);
      props.onToast("Restored. The text before is kept, too.");
      props.onClose();
    });

  return (
    <Dialog label="Earlier versions" class="past" onClose={() => props.onClose()}>
      <Show when={problem()}>
        {(words) => (
          <p class="playgrounds-bar bad" role="alert">
            {words()}
          </p>
        )}
      </Show>
      <Show when={found()}>
        {(all) => (
          <Show
            when={all().past.length > 0}
            fallback={
              <p class="playgrounds-note" role="status">
                There is none yet. A text that stood for a while is kept when it gives way to another.
              </p>
            }
          >
            <div class="past-panes">
              <ul aria-label="Versions">
                <For each={all().past}>
                  {({ time, source }, index) => (
                    <li>
                      <button
                        type="button"
                        autofocus={index() === 0}
                        aria-pressed={chosen() === index()}
                        title={new Date(time).toLocaleString()}
                        onClick={() => setChosen(index())}
                      >
                        <b>until {dayText(time, Date.now())}</b>
                        <span>{firstLine(source)}</span>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={text()}>{(past) => <Difference from={past().source} to={all().now} />}</Show>
            </div>
            <div class="dialog-foot">
              <p>What is struck is in this version only; what is marked with + has come since.</p>
              <div class="space" />
              <button
                type="button"
                class="button primary"
                disabled={busy() || text()?.source === all().now}
                onClick={() => void restore(text()?.source ?? all().now)}
              >
                Restore this version
              </button>
            </div>
          </Show>
        )}
      </Show>
    </Dialog>
  );
}

function Difference(props: { readonly from: string; readonly to: string }): JSX.Element {
  const lines = createMemo(() => diffTexts(props.from, props.to));
  return (
    <Switch>
      <Match when={lines().length === 0}>
        <p class="playgrounds-note" role="status">
          This is the text as it is now.
        </p>
      </Match>
      <Match when={lines().length > 0}>
        <pre class="diff" tabIndex={0} role="group" aria-label="What has changed since">
          <For each={lines()}>{(line) => <Line line={line} />}</For>
        </pre>
      </Match>
    </Switch>
  );
}

function Line(props: { readonly line: DiffLine }): JSX.Element {
  return (
    <Switch fallback={<span>{props.line.text}</span>}>
      <Match when={props.line.kind === "removed"}>
        <del>{props.line.text}</del>
      </Match>
      <Match when={props.line.kind === "added"}>
        <ins>{props.line.text}</ins>
      </Match>
      <Match when={props.line.kind === "gap"}>
        <i>{props.line.text}</i>
      </Match>
    </Switch>
  );
}

function firstLine(source: string): string {
  const lines = source.split("\n");
  const line = lines.find((each) => /\S/.test(each) && !/^\s*(import|\/\/)/.test(each)) ?? lines[0] ?? "";
  return line.trim().slice(0, 80);
}
