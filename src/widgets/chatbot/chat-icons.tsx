// The icons of a chat's buttons.

import type { JSX } from "solid-js";
import { Icon } from "../Icon.tsx";

export function LikeIcon(): JSX.Element {
  return (
    <Icon path="M5.5 7 8 2.2c1 0 1.7.8 1.5 1.8L9 6.5h3.6c.8 0 1.3.7 1.1 1.4l-1.2 4.5c-.2.6-.7 1-1.3 1H5.5M2.5 7h3v6.4h-3z" />
  );
}

export function DislikeIcon(): JSX.Element {
  return (
    <Icon path="M10.5 9 8 13.8c-1 0-1.7-.8-1.5-1.8L7 9.5H3.4c-.8 0-1.3-.7-1.1-1.4l1.2-4.5c.2-.6.7-1 1.3-1h5.7m3 6.4h-3V2.6h3z" />
  );
}

export function FlagIcon(): JSX.Element {
  return <Icon path="M4 14V2.5h8.5L10.5 6l2 3.5H4" />;
}

export function RetryIcon(): JSX.Element {
  return <Icon path="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.7h-2.7" />;
}

export function UndoIcon(): JSX.Element {
  return <Icon path="M5.5 3 2.5 6l3 3M2.5 6h6.8a4 4 0 0 1 0 8H6" />;
}

export function EditIcon(): JSX.Element {
  return <Icon path="m3 13 .7-3 7-7 2.3 2.3-7 7zM9.2 4.5l2.3 2.3" />;
}

export function ClearIcon(): JSX.Element {
  return <Icon path="M2.5 4.5h11M6.5 2.5h3M4 4.5l.6 9h6.8l.6-9M6.8 7v4M9.2 7v4" />;
}
