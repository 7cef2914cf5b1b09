// The header: what is open, and what can be done with it. In the app view it is quiet.

import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { AddUser, StateToggle } from "./HeaderButtons.tsx";
import { Logo } from "./icons.tsx";
import type { Playground } from "./model.ts";
import { OfflineSign } from "./OfflineSign.tsx";
import type { Panels } from "./panels.ts";
import { LazyPane } from "./LazyPane.tsx";
import { PlaygroundMenu, Tools } from "./lazy-tools.ts";

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
        <LazyPane>
          <PlaygroundMenu playground={props.playground} onToast={(text) => props.onToast(text)} />
        </LazyPane>
      </Show>
      <div class="space" />
      <OfflineSign ready={props.readyOffline} />
      <Show
        when={props.playground.view() === "app"}
        fallback={
          <LazyPane>
            <Tools {...props} />
          </LazyPane>
        }
      >
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
