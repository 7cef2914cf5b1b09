// How far a first visitor has come: a step is done once it has been seen to happen, and stays done.

import { createEffect, createSignal, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import type { Playground, User } from "./model.ts";
import { recall, remember } from "./remembered.ts";

/** The step that a press can do. */
export const inTab = "Open a second tab";
export const steps = ["Submit", "Submit as User 2", inTab, "Refresh"] as const;

export interface TourProgress {
  readonly done: Accessor<ReadonlySet<number>>;
  readonly hidden: Accessor<boolean>;
  hide(): void;
}

export function createTourProgress(playground: Playground): TourProgress {
  const [done, setDone] = createSignal<ReadonlySet<number>>(recallSteps());
  const [hidden, setHidden] = createSignal(recall("tour") === "hidden");
  const complete = (step: number) => {
    if (!done().has(step)) keep(step);
  };
  /** With what other tabs have stored meanwhile: each writes the whole. */
  const keep = (...steps: readonly number[]) => {
    const stored = recallSteps();
    const all = new Set([...stored, ...done(), ...steps]);
    setDone(all);
    if (all.size > stored.size) remember("tour-done", [...all].join(","));
  };
  /** Whose calls have been seen, and are of their session. */
  const called = new Set<User>();
  const hasCalled = (user: number) => playground.users().some((each) => each.number === user && each.last() !== null);

  // A page that finds this mark was loaded again in its tab; it counts once there was something to see.
  if (recall("pressed-here", () => sessionStorage)) complete(3);
  createEffect(() => {
    if (!hasCalled(1)) return;
    complete(0);
    remember("pressed-here", "yes", () => sessionStorage);
  });
  createEffect(() => {
    if (hasCalled(2)) complete(1);
  });
  // The button of a card does what a refresh of the page does, for one user.
  createEffect(() => {
    for (const user of playground.users()) {
      if (user.last() !== null) called.add(user);
      else if (called.delete(user)) complete(3);
    }
  });
  createEffect(() => {
    if (playground.tabs() >= 2) complete(2);
  });
  const stopped = new AbortController();
  // Steps that are done in another tab.
  addEventListener("storage", () => keep(), { signal: stopped.signal });
  onCleanup(() => stopped.abort());
  return {
    done,
    hidden,
    hide() {
      setHidden(true);
      remember("tour", "hidden");
    },
  };
}

function recallSteps(): Set<number> {
  const stored = (recall("tour-done") ?? "").split(",").filter((part) => part !== "");
  return new Set(stored.map(Number).filter((step) => step in steps));
}
