// What the header offers beside the code, and the strips under it: loaded where there is code to see, not in the app view.

import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { firstVisit } from "../examples/first-visit.ts";
import { createBuildTime } from "./build-time.ts";
import { ExamplesMenu } from "./ExamplesMenu.tsx";
import { ExampleStrip } from "./ExampleStrip.tsx";
import { GoOn } from "./GoOn.tsx";
import { AddUser, StateToggle } from "./HeaderButtons.tsx";
import type { Playground } from "./model.ts";
import type { Panels } from "./panels.ts";
import { runKeys } from "./run-keys.ts";
import { ShareButton } from "./ShareButton.tsx";
import { Tour } from "./Tour.tsx";
import "./styles/strip.css";
import "./styles/tools.css";

export { PlaygroundMenu } from "./PlaygroundMenu.tsx";
export { TabBar } from "./TabBar.tsx";

export interface ToolsProps {
  readonly playground: Playground;
  readonly panels: Panels;
  readonly narrow: boolean;
  onOpenExample(name: string): void;
  onToast(text: string): void;
}

export function Tools(props: ToolsProps): JSX.Element {
  const current = () => {
    const origin = props.playground.origin();
    return origin.kind === "example" ? origin.name : null;
  };
  const openNew = async () => {
    try {
      await (await props.playground.library()).openNew();
    } catch (error) {
      props.onToast(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <ExamplesMenu current={current()} onOpen={(name) => props.onOpenExample(name)} onNew={() => void openNew()} />
      <ShareButton playground={props.playground} onToast={props.onToast} />
      <Show when={!props.narrow}>
        <i class="divider" />
        <Show
          when={props.playground.view() === "split"}
          fallback={
            <button type="button" class="button quiet" onClick={() => props.playground.setView("split")}>
              App
            </button>
          }
        >
          <StateToggle panels={props.panels} />
        </Show>
        <button
          type="button"
          class="button quiet"
          aria-pressed={props.panels.consoleOpen()}
          onClick={() => props.panels.toggleConsole()}
        >
          Console
        </button>
        <i class="divider" />
      </Show>
      <AddUser playground={props.playground} />
      <RunButton playground={props.playground} />
    </>
  );
}

function RunButton(props: { readonly playground: Playground }): JSX.Element {
  const loadingMs = createBuildTime(props.playground);
  return (
    <button
      type="button"
      class="button primary run"
      aria-keyshortcuts={runKeys.aria}
      onClick={() => props.playground.run()}
    >
      Run <kbd aria-hidden="true">{loadingMs() === null ? runKeys.shown : "…"}</kbd>
    </button>
  );
}

interface StripProps {
  readonly playground: Playground;
  /** Whether there were playgrounds of the person's own when the page was opened. */
  readonly hadOwn: boolean;
  onOpenExample(name: string): void;
}

/** Over an example that is open as it came. */
export function Strip(props: StripProps): JSX.Element {
  const example = () => {
    const origin = props.playground.origin();
    return origin.kind === "example" ? origin.name : null;
  };
  return (
    <Show when={example()}>
      {(name) => (
        <Show
          when={name() === firstVisit.name}
          fallback={<ExampleStrip name={name()} onOpen={(other) => props.onOpenExample(other)} />}
        >
          <Show when={props.hadOwn}>
            <GoOn playground={props.playground} />
          </Show>
          <Tour playground={props.playground} />
        </Show>
      )}
    </Show>
  );
}
