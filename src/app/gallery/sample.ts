// What a row of the gallery says: one component in each condition, as an input and as an output.

import type { ComponentSpec } from "../../spec/app-spec.ts";
import { declareComponent, toComponent } from "../../spec/component-declaration.ts";
import { checkInput, postprocess } from "../../spec/component-value.ts";
import type { DrawnKind } from "../../widgets/registry.ts";

export const conditions = ["empty", "filled", "error", "disabled", "long", "right-to-left"] as const;
export type Condition = (typeof conditions)[number];

export interface InputSample {
  /** As in `gr.Textbox({ … })`. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** What was typed, and is wrong if it is; default: what the options say it starts with, as yet unchecked. */
  readonly typed?: unknown;
}

export interface OutputSample {
  /** As in `gr.Textbox({ … })`. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** What a function returned. */
  readonly returned: unknown;
}

export interface Samples {
  readonly inputs: Readonly<Record<Condition, InputSample>>;
  readonly outputs: Readonly<Record<Condition, OutputSample>>;
  /** What else there is to see, by what it is. */
  readonly more?: Readonly<Record<string, InputSample | OutputSample>>;
}

/** A sample as the page would hold it. */
export interface Shown {
  readonly component: ComponentSpec;
  readonly value: unknown;
  readonly error: string | null;
}

export function toShown(kind: DrawnKind, sample: InputSample | OutputSample): Shown {
  const interactive = !("returned" in sample);
  const declaration = declareComponent(kind, undefined, { ...sample.options });
  const component = { id: 0, ...toComponent(declaration, "sample", { label: "Label", interactive }) };
  if (!("returned" in sample)) {
    const { typed } = sample;
    if (typed === undefined) return { component, value: component.value, error: null };
    return { component, value: typed, error: checkInput(component, typed) };
  }
  const shown = postprocess(component, sample.returned, { position: 0, total: 1 });
  return shown.ok
    ? { component, value: shown.value, error: null }
    : { component, value: component.value, error: shown.error };
}
