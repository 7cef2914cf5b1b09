// The round badge of a user, in that user's hue.

import type { JSX } from "solid-js";

const HUES = 6;

/** Beside the user's name it is decoration; alone it says the name to assistive tools. */
export function UserBadge(props: {
  readonly number: number;
  readonly alone?: boolean;
  readonly small?: boolean;
}): JSX.Element {
  return (
    <span
      class="badge"
      classList={{ tiny: props.small === true }}
      style={{ "--hue": `var(--user-${((props.number - 1) % HUES) + 1})` }}
      title={props.alone ? `User ${props.number}` : undefined}
    >
      <span class="unseen">{props.alone ? "User " : ""}</span>
      <span aria-hidden={props.alone !== true}>{props.number}</span>
    </span>
  );
}
