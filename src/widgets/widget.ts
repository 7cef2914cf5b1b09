// What a widget is: the contract between the shell, which holds the values, and one component kind, which shows them.

import type { Component } from "solid-js";
import type { ComponentSpec } from "../spec/app-spec.ts";
import type { EventName } from "../spec/event-name.ts";

export interface WidgetProps {
  readonly component: ComponentSpec;
  /** The value now: what was typed, valid or not, or what was put out. */
  readonly value: unknown;
  /** What is wrong with the value, or null. */
  readonly error: string | null;
  readonly disabled: boolean;
  /** With each keystroke. */
  onInput(value: unknown): void;
  /** When the person is done with the value: on leaving the field, on Enter. */
  onChange(value: unknown): void;
  /** Enter in a field, a press on a button. */
  onSubmit(): void;
  /**
   * Anything else that was done to it: select, focus, clear, like, … `data` is what a listener may want to know, as plain
   * data: `{ index, value, selected }` for select.
   */
  onEvent(name: EventName, data?: unknown): void;
  /** Whether the app does something when that happens. What only answers a press that nobody listens to is not offered. */
  listens(name: EventName): boolean;
}

export type Widget = Component<WidgetProps>;
