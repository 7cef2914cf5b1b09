// gr.Dataset

import type { CommonOptions, Component } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface DatasetOptions<Row = unknown> extends CommonOptions {
  /** The rows to choose from: a list of lists, or a list of values if each row has one. Default: none. */
  samples?: readonly Row[];
  /** Names of the columns. Default: none. */
  headers?: readonly string[] | null;
  /** What is shown of each row in place of its values. Default: its values. Gradio: sample_labels. */
  sampleLabels?: readonly string[] | null;
  /** Rows on a page. Default: 10. Gradio: samples_per_page. */
  samplesPerPage?: number;
  /** What a function receives: the row's values, its number from 0, or both as a list. Default: "values". */
  type?: "values" | "index" | "tuple";
  /** Accepted because Gradio has it: what a value looks like is told from the value. */
  components?: readonly unknown[];
}

/**
 * Rows of values to choose one from, such as examples. `gr.Interface` makes one of its `examples`.
 *
 * As an input, the function receives the row that was chosen last, or null. As an output, it takes the number of a row, or
 * null. Events: `click`, `select`.
 *
 * Its name in a list is `"dataset"`.
 *
 * @param samples The rows; or the options.
 * @example gr.Dataset({ label: "Cities", samples: [["Paris", 2.1], ["Rome", 2.8]], headers: ["Name", "Million people"] })
 */
export function Dataset<Row = unknown>(
  samples?: readonly Row[] | DatasetOptions<Row>,
  options?: DatasetOptions<Row>,
): Component<Row | null, number | null | undefined | void, "click" | "select"> {
  return createComponent("dataset", withoutComponents(samples), withoutComponents(options));
}

/** Live components are no data, and what they would say is not needed. */
function withoutComponents(options: unknown): unknown {
  if (typeof options !== "object" || options === null || Array.isArray(options)) return options;
  const { components: _, ...rest } = options as { readonly components?: unknown };
  return rest;
}
