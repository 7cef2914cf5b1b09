// The examples of a gr.Interface: rows of values for its inputs, each checked as the input's own value would be.

import type { AppBuilder } from "./app-builder.ts";
import { type ComponentDeclaration, toComponent } from "./component-declaration.ts";
import { componentKinds } from "./component-kinds.ts";
import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";
import type { ExamplesDeclaration, InterfaceDeclaration } from "./interface-declaration.ts";
import { isFaceless } from "./faceless.ts";

interface Column {
  readonly input: ComponentDeclaration;
  readonly id: number;
  readonly label: string;
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
  const table = rows.map((row, index) => toRow(row, { index, width: columns.length, isFlat: !Array.isArray(rows[0]) }));
  const used = columns.flatMap((_, index) => (table.some((row) => (row[index] ?? null) !== null) ? [index] : []));
  const samples = table.map((row, number) =>
    used.map((index) =>
      toValue(columns[index], row[index], `examples[${number}]${columns.length === 1 ? "" : `[${index}]`}`),
    ),
  );
  const options = {
    label: "Examples",
    samples,
    headers: used.map((index) => columns[index]?.label ?? ""),
    sampleLabels: names,
    samplesPerPage: perPage,
  };
  const dataset = builder.add(
    { kind: "dataset", options, initial: null, stack: undefined },
    { path: "examples", label: "Examples", interactive: true },
  );
  return { dataset, fills: used.flatMap((index) => columns[index]?.id ?? []) };
}

/** As in Gradio: with one input, a list of values will do in place of a list of lists. */
function toRow(
  row: unknown,
  { index, width, isFlat }: { readonly index: number; readonly width: number; readonly isFlat: boolean },
): readonly unknown[] {
  if (width === 1 && isFlat) return [row];
  if (!Array.isArray(row)) {
    const expected = `must be a list with a value for each of the ${width} inputs`;
    throw new DeclarationError(`examples[${index}]`, `${expected}, but it is ${describeValue(row)}`);
  }
  if (row.length <= width) return row as readonly unknown[];
  const inputs = `${width} input${width === 1 ? "" : "s"}`;
  throw new DeclarationError(`examples[${index}]`, `has ${row.length} values, but the app has ${inputs}`);
}

/** The value as the page holds it; null empties the input. */
function toValue(column: Column | undefined, cell: unknown, path: string): unknown {
  if (!column) return null;
  const { kind, options } = column.input;
  const value = componentKinds[kind].value.read(cell ?? undefined, path);
  const filled = { ...column.input, options: { ...options, value }, stack: undefined };
  return toComponent(filled, path, { label: column.label, interactive: true }).value;
}
