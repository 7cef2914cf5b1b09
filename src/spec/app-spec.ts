// What an app is, normalised: plain data that says which components there are, how they are laid out, and which events
// call which functions. Interface (and later Blocks, ChatInterface) all become this one form; the page draws it.

import type { CommonOptions } from "./common-options.ts";
import type { EventName } from "./event-name.ts";

export interface AppSpec {
  readonly kind: "interface" | "function";
  readonly title: string | null;
  /** Markdown under the title. */
  readonly description: string | null;
  /** Markdown at the bottom. */
  readonly article: string | null;
  /** By id: components[i].id === i. */
  readonly components: readonly ComponentSpec[];
  readonly layout: LayoutNode;
  readonly events: readonly EventSpec[];
}

export interface ComponentSpec extends CommonOptions {
  readonly id: number;
  readonly kind: ComponentKind;
  readonly label: string;
  /** Whether a person can change its value. */
  readonly interactive: boolean;
  /** What it shows at first and after Clear. For a State: undefined, its value never stands in the spec. */
  readonly value: unknown;
  /** Parameters of that kind alone, normalised: every one present. */
  readonly props: Readonly<Record<string, unknown>>;
}

export type ComponentKind =
  | "accordion"
  | "browserstate"
  | "button"
  | "checkbox"
  | "checkboxgroup"
  | "code"
  | "colorpicker"
  | "column"
  | "dataframe"
  | "datetime"
  | "downloadbutton"
  | "dropdown"
  | "file"
  | "gallery"
  | "dataset"
  | "group"
  | "highlightedtext"
  | "html"
  | "image"
  | "json"
  | "label"
  | "markdown"
  | "number"
  | "radio"
  | "row"
  | "sidebar"
  | "slider"
  | "state"
  | "tab"
  | "tabs"
  | "textbox"
  | "uploadbutton";

/** Where a component stands. One of a layout kind holds others, and is a component all the same: it can be an output. */
export type LayoutNode =
  | { readonly kind: "component"; readonly component: number }
  | { readonly kind: "block"; readonly component: number; readonly children: readonly LayoutNode[] };

export interface EventSpec {
  /** Name of the function, for the queue, the history and errors. */
  readonly name: string;
  readonly triggers: readonly EventTrigger[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly action: EventAction;
  /** Buttons that stand in for one another while the event runs. */
  readonly whileRunning: { readonly hide: readonly number[]; readonly show: readonly number[] };
}

export type EventTrigger =
  | { readonly kind: "component"; readonly component: number; readonly event: EventName }
  /** The app is opened, or left. */
  | { readonly kind: "load" | "unload" }
  /** Another event has ended: in any way, well, or not. */
  | { readonly kind: "then" | "success" | "failure"; readonly after: number };

export type EventAction =
  /** Calls the function in the worker. */
  | {
      readonly kind: "call";
      /** Whether its calls may change shared variables. */
      readonly writes: boolean;
      readonly generator: boolean;
      /**
       * How many of its calls may run at once, over all tabs; null: any number. 1: those that write queue for the room's
       * lock. Else they run beside each other, and take the lock only for what is atomic.
       */
      readonly concurrencyLimit: number | null;
    }
  /** Gives the outputs (components and State) their initial values. */
  | { readonly kind: "clear" }
  /** Stops the running calls of these events. */
  | { readonly kind: "stop"; readonly events: readonly number[] };
