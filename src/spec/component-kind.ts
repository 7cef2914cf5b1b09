// What has to be known of a kind of component. Each kind is one file in `components`, and one row of `component-kinds.ts` or `other-kinds.ts`.

import type { Result } from "../base/result.ts";
import type { ComponentKind, ComponentSpec } from "./app-spec.ts";
import type { EventName } from "./event-name.ts";
import type { Parameter } from "./parameter.ts";

export interface KindDefinition {
  readonly kind: ComponentKind;
  /** As in `gr.Textbox`. */
  readonly name: string;
  /** Texts that stand for it in `inputs` and `outputs`. */
  readonly shortcuts: readonly string[];
  /** The option that may stand first, without its name: `gr.Button("Next")`. */
  readonly first: string;
  readonly events: readonly EventName[];
  /** Its own options, besides those that all kinds have. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Options that have another name here than in Gradio: Gradio's name → ours. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Those that are taken by Gradio's name, too. */
  readonly alsoCalled?: Readonly<Record<string, string>>;
  /** What it has where its options do not say, whatever its place: a button can be pressed among outputs, too. */
  readonly defaults?: { readonly label?: string; readonly interactive?: boolean };
  /** Its initial value; the default is the empty one. */
  readonly value: Parameter;
  /** What it starts with, where that follows from other options too. `value` was read by the parameter above. */
  initial?(value: unknown, props: Readonly<Record<string, unknown>>, interactive: boolean): unknown;
  /** Checks what concerns several options at once. Throws a DeclarationError. */
  check?(props: Readonly<Record<string, unknown>>, value: unknown, path: string): void;
  /** For the page, before it submits: what is wrong with the value of an input, or null. */
  checkInput(value: unknown, component: ComponentSpec): string | null;
  /** From the page's value to what a function receives. The error says what is wrong. */
  preprocess(value: unknown, component: ComponentSpec): Result<unknown, string>;
  /**
   * In the worker, for what takes its time, such as decoding: makes of what `preprocess` gave what the function receives.
   * null: it receives it as it is.
   */
  prepare?(value: unknown, component: ComponentSpec): Promise<Result<unknown, string>> | null;
  /**
   * From what a function returned to a plain value for the page, which survives structuredClone. The value may hold live
   * handles of shared state; the result holds none. null and undefined give the empty value. The error goes on after
   * "The output".
   */
  postprocess(value: unknown, component: ComponentSpec): Result<unknown, string>;
  /**
   * For the page: whether what a worker put out is such as `postprocess` gives. What lists and objects hold is left to
   * who draws it, as looking at it costs more than showing a part of it.
   */
  isOutput(value: unknown, component: ComponentSpec): boolean;
}
