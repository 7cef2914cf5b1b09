// What an app is, normalised: plain data that says which components there are, how they are laid out, and which events
// call which functions. Interface (and later Blocks, ChatInterface) all become this one form; the page draws it.

import type { CommonOptions } from "./common-options.ts";
import type { ConcurrencyLimit } from "./concurrency-limit.ts";
import type { EventName } from "./event-name.ts";

export interface AppSpec {
  readonly kind: "interface" | "function" | "blocks";
  readonly title: string | null;
  /** Markdown under the title. */
  readonly description: string | null;
  /** Markdown at the bottom. */
  readonly article: string | null;
  /** Whether it takes all the width there is. */
  readonly fillWidth: boolean;
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
  | "barplot"
  | "browserstate"
  | "button"
  | "chatbot"
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
  | "multimodaltextbox"
  | "lineplot"
  | "number"
  | "radio"
  | "row"
  | "scatterplot"
  | "sidebar"
  | "slider"
  | "state"
  | "tab"
  | "tabs"
  | "textbox"
  | "timer"
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
  /** What becomes of a trigger while it runs: nothing, a run of its own, or one more run when this one has ended. */
  readonly mode: TriggerMode;
  /** How long what triggers it must rest before it runs, in milliseconds. */
  readonly restMs: number;
  /** What is seen at its outputs while it runs: all of it, the time alone, nothing. */
  readonly showProgress: "full" | "minimal" | "hidden";
  /** Events whose calls it stops when it is triggered. */
  readonly cancels: readonly number[];
  /** Under which name code outside of the app may call it; null: it may not. */
  readonly apiName: string | null;
  /** What its function calls its inputs, as far as that is known, if code outside of the app may call it. */
  readonly parameters: readonly (string | null)[];
  /** Buttons that stand in for one another while the event runs. */
  readonly whileRunning: { readonly hide: readonly number[]; readonly show: readonly number[] };
}

export type EventTrigger =
  | { readonly kind: "component"; readonly component: number; readonly event: EventName }
  /** The app is opened, or left. */
  | { readonly kind: "load" | "unload" }
  /** One of these shared variables has changed; null: any. */
  | { readonly kind: "shared"; readonly slots: readonly string[] | null }
  /** Another event has ended: in any way, well, or not. */
  | { readonly kind: "then" | "success" | "failure"; readonly after: number };

export type TriggerMode = "once" | "multiple" | "always_last";

export type EventAction =
  /** Calls the function in the worker. */
  | {
      readonly kind: "call";
      /** Whether its calls may change shared variables. */
      readonly writes: boolean;
      readonly generator: boolean;
      /**
       * How many of its calls may run at once, over all tabs if somebody said it; null: any number. 1: those that write
       * queue for the room's lock. Else they run beside each other, and take the lock only for what is atomic.
       */
      readonly concurrencyLimit: ConcurrencyLimit;
      /** Events that say the same share their limit, which is the same for all of them; null: it has its own. */
      readonly concurrencyId: string | null;
      /** Whether any worker of the user will do: it uses nothing that only one of them has. */
      readonly anywhere: boolean;
      /** Whether a function checks the inputs first. */
      readonly validates: boolean;
      /** Whether its outputs are kept, by what triggers it and its inputs, and handed to its next call of that kind. */
      readonly keeps: boolean;
      /** The component that holds what it renders; null: it renders nothing. */
      readonly renders: number | null;
    }
  /** Gives the outputs (components and State) their initial values. */
  | { readonly kind: "clear" }
  /** Gives the outputs the values of a row that was chosen. */
  | {
      readonly kind: "fill";
      /** The component whose rows they are. */
      readonly dataset: number;
      /** The event whose outputs are shown along with a row, and remembered for the next time; null: none. */
      readonly remembers: number | null;
      /** The row that is chosen at first, if its outputs are remembered; null: none. */
      readonly preload: number | null;
    }
  /**
   * Keeps what the inputs hold, which are those and the outputs of another event, and what a person says of it; null: what
   * they liked of a chat, which the trigger tells.
   */
  | { readonly kind: "flag"; readonly option: string | null; readonly of: number }
  /** Does nothing itself: it cancels, or others follow it. */
  | { readonly kind: "none" };
