// The examples of a gr.Interface: rows of values for its inputs.

import type { AppBuilder } from "./app-builder.ts";
import { type ExampleColumn, readExampleRows } from "./example-rows.ts";
import type { ExamplesDeclaration, InterfaceDeclaration } from "./interface-declaration.ts";
import { isFaceless } from "./faceless.ts";

interface Column extends ExampleColumn {
  readonly id: number;
}

export interface AddedExamples {
  /** Id of the component that shows them. */
  readonly dataset: number;
  /** The inputs that they have values for. */
  readonly fills: readonly number[];
}

/** `labels`: of all inputs. State takes no part, nor does an input for which no example has a value. */
export function addExamples(
  builder: AppBuilder,
  { inputs }: InterfaceDeclaration,
  { rows, labels: names, perPage }: ExamplesDeclaration,
  labels: readonly string[],
): AddedExamples {
  const columns = inputs.flatMap((input, index): Column[] => {
    const id = builder.idOf(input);
    return id === undefined || isFaceless(input.kind) ? [] : [{ input, id, label: labels[index] ?? "" }];
  });
  const { samples, used } = readExampleRows(columns, rows, "the app");
  const options = {
    label: "Examples",
    samples,
    headers: used.map((index) => columns[index]?.label ?? ""),
    sampleLabels: names,
    samplesPerPage: perPage,
  };
  const dataset = builder.add(
    { kind: "dataset", options, initial: null, declaredAt: null },
    { path: "examples", label: "Examples", interactive: true },
  );
  return { dataset, fills: used.flatMap((index) => columns[index]?.id ?? []) };
}
