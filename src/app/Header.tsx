// The header: what is open, and what can be done with it. In the app view it is quiet.

import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { createBuildTime } from "./build-time.ts";
import { ExamplesMenu } from "./ExamplesMenu.tsx";
import { Logo } from "./icons.tsx";
import type { Playground } from "./model.ts";
import { OfflineSign } from "./OfflineSign.tsx";
import type { Panels } from "./panels.ts";
import { PlaygroundMenu } from "./PlaygroundMenu.tsx";
import { runKeys } from "./run-keys.ts";
import { ShareButton } from "./ShareButton.tsx";

interface HeaderProps {
  readonly playground: Playground;
  readonly panels: Panels;
  readonly narrow: boolean;
  readonly readyOffline: boolean;
  onOpenExample(name: string): void;
  onToast(text: string): void;
}

export function Header(props: HeaderProps): JSX.Element {
  return (
    <header class="header">
      <a class="logo" href="./" aria-label="Interstate">
        <Logo />
        <span>Interstate</span>
      </a>
      {/* The menu's button stands beside it, for keyboards and those who listen. */}
      <h1 title={props.playground.title()} onClick={(event) => openMenu(event.currentTarget)}>
        {props.playground.title()}
      </h1>
      <Show when={props.playground.view() !== "app"}>
        <PlaygroundMenu playground={props.playground} onToast={(text) => props.onToast(text)} />
      </Show>
      <div class="space" />
      <OfflineSign ready={props.readyOffline} />
      <Show when={props.playground.view() === "app"} fallback={<Tools {...props} />}>
        <AddUser playground={props.playground} />
        <StateToggle panels={props.panels} />
        <button type="button" class="button" onClick={() => props.playground.setView("split")}>
          Edit
        </button>
      </Show>
    </header>
  );
}

function openMenu(title: HTMLElement): void {
  title.parentElement?.querySelector<HTMLElement>("h1 + button")?.click();
}

function Tools(props: HeaderProps): JSX.Element {
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

function AddUser(props: { readonly playground: Playground }): JSX.Element {
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

function StateToggle(props: { readonly panels: Panels }): JSX.Element {
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
