// The few icons of the controls: 16 × 16, drawn with the text's colour, silent to assistive tools (their buttons have names).

import type { JSX } from "solid-js";

export function CopyIcon(): JSX.Element {
  return <Icon path="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />;
}

export function TickIcon(): JSX.Element {
  return <Icon path="m3.5 8.5 3 3 6-7" />;
}

export function DownloadIcon(): JSX.Element {
  return <Icon path="M8 2.5v7m-3-3 3 3 3-3M3 12.5h10" />;
}

export function CalendarIcon(): JSX.Element {
  return <Icon path="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />;
}

export function CloseIcon(): JSX.Element {
  return <Icon path="m4.5 4.5 7 7m0-7-7 7" />;
}

export function ResetIcon(): JSX.Element {
  return <Icon path="M3 8a5 5 0 1 0 1.6-3.7M3 2.5v2.7h2.7" />;
}

export function Icon(props: { readonly path: string }): JSX.Element {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={props.path} />
    </svg>
  );
}
