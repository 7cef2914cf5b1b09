// What one tab works with: what the browser gives it, a clock, and names.

import type { Platform } from "../../state/platform.ts";

export interface Environment extends Platform {
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** Names this tab, until it is reloaded. */
  readonly tab: string;
}
