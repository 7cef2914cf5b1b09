// Icons of what is done with pictures and files: 16 × 16, drawn with the text's colour, silent to assistive tools.

import type { JSX } from "solid-js";

const paths = {
  add: "M8 3v10M3 8h10",
  camera: "M2.5 5.5h2.6l1-1.7h3.8l1 1.7h2.6v7h-11ZM8 11a2.2 2.2 0 1 0 0-4.4A2.2 2.2 0 0 0 8 11Z",
  close: "m4.5 4.5 7 7m0-7-7 7",
  download: "M8 2.5v7.3m-3-3 3 3 3-3M3 13h10",
  file: "M4 2h5l3 3v9H4ZM9 2v3h3",
  fullscreen: "M3 6V3h3m4 0h3v3m0 4v3h-3m-4 0H3v-3",
  next: "m6 3.5 4.5 4.5L6 12.5",
  paste: "M5.5 3.5H4V14h8V3.5h-1.5M6 2.5h4v2H6Z",
  picture: "M2.5 3h11v10h-11ZM2.5 11l3.2-3.2 2.6 2.6 2-2 3.2 3.2M10.4 6.2v.1",
  previous: "M10 3.5 5.5 8l4.5 4.5",
  remove: "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5M6.8 7v3.5m2.4-3.5v3.5",
  replace: "M12.8 6.5A5 5 0 0 0 4 4.6L3 5.8m.2 3.7A5 5 0 0 0 12 11.4l1-1.2M3 3v2.8h2.8M13 13v-2.8h-2.8",
  upload: "M8 10V2.7m-3 3 3-3 3 3M3 13h10",
} as const;

export function MediaIcon(props: { readonly name: keyof typeof paths; readonly size?: number }): JSX.Element {
  return (
    <svg
      width={props.size ?? 16}
      height={props.size ?? 16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[props.name]} />
    </svg>
  );
}

/** A button that is an icon; its name is also its tip. */
export function MediaButton(props: {
  readonly icon: keyof typeof paths;
  readonly name: string;
  readonly disabled?: boolean;
  onPress(): void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="media-button"
      aria-label={props.name}
      title={props.name}
      disabled={props.disabled}
      onClick={() => props.onPress()}
    >
      <MediaIcon name={props.icon} />
    </button>
  );
}
