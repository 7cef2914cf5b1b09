// The few icons there are: 16 × 16, drawn with the text's colour, silent to assistive tools (their buttons have names).

import type { JSX } from "solid-js";

export function RefreshIcon(): JSX.Element {
  return <Icon path="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.7h-2.7" />;
}

export function CloseIcon(): JSX.Element {
  return <Icon path="m4.5 4.5 7 7m0-7-7 7" />;
}

export function AlertIcon(): JSX.Element {
  return <Icon path="M8 2.2 14.2 13H1.8ZM8 6.5v3M8 11.4v.1" />;
}

export function InfoIcon(): JSX.Element {
  return <Icon path="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.5V11M8 5v.1" />;
}

export function CheckIcon(): JSX.Element {
  return <Icon path="m3.5 8.5 3 3 6-7" />;
}

/** Something went wrong: a circle, since a triangle warns. */
export function ErrorIcon(): JSX.Element {
  return <Icon path="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 5v3.4M8 11v.1" />;
}

export function ChevronIcon(props: { readonly up: boolean }): JSX.Element {
  return <Icon path={props.up ? "m4.5 9.8 3.5-3.5 3.5 3.5" : "m4.5 6.2 3.5 3.5 3.5-3.5"} />;
}

export function MoreIcon(): JSX.Element {
  return <Icon path="M3.5 8h.1M8 8h.1M12.5 8h.1" />;
}

/** Two users, and what they share. */
export function Logo(): JSX.Element {
  return (
    <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
      <rect class="logo-ground" width="32" height="32" rx="9" />
      <rect x="6" y="6" width="9" height="9" rx="3" fill="#2f6fed" />
      <rect x="17" y="6" width="9" height="9" rx="3" fill="#d9653b" />
      <rect class="logo-global" x="6" y="17" width="20" height="9" rx="3" />
    </svg>
  );
}

function Icon(props: { readonly path: string }): JSX.Element {
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
