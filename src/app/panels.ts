// Which panes are open and how large they are, remembered; and on a narrow screen, which one is shown.

import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { View } from "./model.ts";
import { recall, remember } from "./remembered.ts";

export type Tab = "app" | "code" | "state" | "console";

/** Parts of the room that a pane takes, from 0 to 1. */
export interface Shares {
  readonly code: number;
  readonly state: number;
  readonly console: number;
}

export interface Panels {
  readonly tab: Accessor<Tab>;
  setTab(tab: Tab): void;
  readonly stateOpen: Accessor<boolean>;
  toggleState(): void;
  readonly consoleOpen: Accessor<boolean>;
  toggleConsole(): void;
  readonly shares: Accessor<Shares>;
  setShare(pane: keyof Shares, share: number): void;
}

export const usualShares: Shares = { code: 0.475, state: 0.386, console: 0.3 };

export function createPanels(view: Accessor<View>, narrow: Accessor<boolean>): Panels {
  const [tab, setTab] = createSignal<Tab>("app");
  const [stateClosed, setStateClosed] = createSignal(recall("state") === "closed");
  // Somebody who was sent an app sees the app; its state is one press away.
  const [stateInApp, setStateInApp] = createSignal(false);
  const [consoleOpened, setConsoleOpened] = createSignal(recall("console") === "open");
  const [shares, setShares] = createSignal(recallShares());
  return {
    tab,
    setTab,
    stateOpen: () => {
      if (view() === "app") return stateInApp();
      return view() === "split" && (narrow() ? tab() === "state" : !stateClosed());
    },
    toggleState() {
      if (view() === "app") return void setStateInApp(!stateInApp());
      setStateClosed(!stateClosed());
      remember("state", stateClosed() ? "closed" : "open");
    },
    consoleOpen: () => view() !== "app" && (narrow() ? tab() === "console" : consoleOpened()),
    toggleConsole() {
      setConsoleOpened(!consoleOpened());
      remember("console", consoleOpened() ? "open" : "closed");
    },
    shares,
    setShare(pane, share) {
      setShares({ ...shares(), [pane]: share });
      remember("shares", JSON.stringify(shares()));
    },
  };
}

function recallShares(): Shares {
  const stored = parse(recall("shares"));
  const share = (pane: keyof Shares) => {
    const value = stored[pane];
    return typeof value === "number" && value > 0.05 && value < 0.95 ? value : usualShares[pane];
  };
  return { code: share("code"), state: share("state"), console: share("console") };
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Somebody else wrote there: the usual sizes.
    return {};
  }
}
