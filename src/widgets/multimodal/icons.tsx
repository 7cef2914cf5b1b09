// The icons of a field for text and files.

import type { JSX } from "solid-js";
import { Icon } from "../Icon.tsx";

export function AttachIcon(): JSX.Element {
  return (
    <Icon path="m13 7.6-5.4 5.3a3.3 3.3 0 0 1-4.7-4.7l5.6-5.5a2.2 2.2 0 0 1 3.1 3.1L6 11.3a1.1 1.1 0 0 1-1.6-1.5l5-5" />
  );
}

export function MicrophoneIcon(): JSX.Element {
  return (
    <Icon path="M8 2.2a1.9 1.9 0 0 0-1.9 1.9v3.6a1.9 1.9 0 0 0 3.8 0V4.1A1.9 1.9 0 0 0 8 2.2M3.7 7.6a4.3 4.3 0 0 0 8.6 0M8 11.9v2" />
  );
}

export function SendIcon(): JSX.Element {
  return <Icon path="M8 13V3.2M3.8 7.2 8 3l4.2 4.2" />;
}

export function StopIcon(): JSX.Element {
  return <Icon path="M4.8 4.8h6.4v6.4H4.8z" />;
}
