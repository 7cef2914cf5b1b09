// In place of an app that could not be drawn: the fault is ours, and stays on its card, so that the code, the other users
// and the state are there as before.

import { createEffect, on } from "solid-js";
import type { JSX } from "solid-js";
import { AlertIcon } from "./icons.tsx";
import type { User } from "./model.ts";

interface BrokenCardProps {
  readonly user: User;
  readonly error: unknown;
  /** Draws the app again. */
  again(): void;
}

export function BrokenCard(props: BrokenCardProps): JSX.Element {
  // What was built since may draw.
  createEffect(on(props.user.app, () => props.again(), { defer: true }));
  const startAnew = () => {
    props.user.refresh();
    props.again();
  };
  return (
    <div class="card-body">
      <div class="problem-box" role="alert">
        <AlertIcon />
        <strong>This app could not be drawn, and it is our fault</strong>
        <p class="what">{props.error instanceof Error ? props.error.message : String(props.error)}</p>
      </div>
      <button type="button" class="button wide" onClick={startAnew}>
        Start a new session
      </button>
    </div>
  );
}
