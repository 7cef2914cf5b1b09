// What a gr.Interface or a bare function says of its app, read and with every default filled in, but not yet checked against
// one another.

import type { AppFunction } from "./app-declaration.ts";
import type { AppSpec, EventSpec } from "./app-spec.ts";
import type { ComponentDeclaration } from "./component-declaration.ts";
import type { ConcurrencyLimit } from "./concurrency-limit.ts";

export interface InterfaceDeclaration {
  readonly kind: Extract<AppSpec["kind"], "interface" | "function">;
  readonly fn: AppFunction;
  /** The additional ones included, at the end. */
  readonly inputs: readonly ComponentDeclaration[];
  readonly outputs: readonly ComponentDeclaration[];
  /** Paths of `inputs` and `outputs` in messages, by position. */
  readonly inputPath: (index: number) => string;
  readonly outputPath: (index: number) => string;
  readonly additional: {
    /** How many of the inputs are additional. */
    readonly count: number;
    readonly label: string;
    readonly open: boolean;
  };
  readonly examples: ExamplesDeclaration | null;
  /** Whether it runs whenever an input changes. */
  readonly live: boolean;
  readonly flagging: FlaggingDeclaration;
  readonly buttons: ButtonsDeclaration;
  /** Checks the inputs before the function is called. */
  readonly validator: AppFunction | null;
  readonly concurrencyLimit: ConcurrencyLimit;
  readonly showProgress: EventSpec["showProgress"];
  readonly apiName: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly article: string | null;
  readonly fillWidth: boolean;
}

export interface ExamplesDeclaration {
  /** A value for each input that is not State, or for the one there is. */
  readonly rows: readonly unknown[];
  readonly labels: readonly string[] | null;
  readonly perPage: number;
  /** Whether outputs are remembered. */
  readonly cached: boolean;
  /** The one that is shown at first, if its outputs are remembered; null: none. */
  readonly preload: number | null;
}

export interface FlaggingDeclaration {
  readonly mode: "never" | "auto" | "manual";
  /** What a person can say: on the button, and as it is kept. */
  readonly options: readonly (readonly [text: string, value: string])[];
  /** Called in place of the log. */
  readonly callback: AppFunction | null;
}

/** null: not shown. */
export interface ButtonsDeclaration {
  readonly submit: ComponentDeclaration | null;
  readonly stop: ComponentDeclaration | null;
  readonly clear: ComponentDeclaration | null;
}

/** As in `addButton`: what Gradio writes on it. */
export function buttonDeclaration(value: string, variant: "primary" | "secondary" | "stop"): ComponentDeclaration {
  return { kind: "button", options: { value, variant }, initial: null, declaredAt: null };
}

/** What nobody has said anything about. */
export const interfaceDefaults = {
  additional: { count: 0, label: "Additional Inputs", open: false },
  examples: null,
  live: false,
  flagging: { mode: "never", options: [["Flag", ""]], callback: null },
  validator: null,
  concurrencyLimit: "default",
  showProgress: "full",
  apiName: null,
  title: null,
  description: null,
  article: null,
  fillWidth: false,
} as const satisfies Partial<InterfaceDeclaration>;
