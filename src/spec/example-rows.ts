// Rows of values for some inputs, such as examples: each value is checked as the input's own would be.

import { type ComponentDeclaration, toComponent } from "./component-declaration.ts";
import { kindOf } from "./component-kinds.ts";
import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";

/** An input that the rows may have values for. */
export interface ExampleColumn {
  readonly input: ComponentDeclaration;
  readonly label: string;
}

export interface ExampleRows {
  /** Without the columns for which no row has a value. */
  readonly samples: readonly (readonly unknown[])[];
  /** Positions of the columns that are left. */
  readonly used: readonly number[];
}

/** `owner`: what has so many inputs, for messages. */
export function readExampleRows(
  columns: readonly ExampleColumn[],
  rows: readonly unknown[],
  owner: string,
): ExampleRows {
  const isFlat = !Array.isArray(rows[0]);
  const table = rows.map((row, index) => toRow(row, { index, width: columns.length, isFlat, owner }));
  const used = columns.flatMap((_, index) => (table.some((row) => (row[index] ?? null) !== null) ? [index] : []));
  const samples = table.map((row, number) =>
    used.map((index) =>
      toValue(columns[index], row[index], `examples[${number}]${columns.length === 1 ? "" : `[${index}]`}`),
    ),
  );
  return { samples, used };
}

/** As in Gradio: with one input, a list of values will do in place of a list of lists. */
function toRow(
  row: unknown,
  {
    index,
    width,
    isFlat,
    owner,
  }: { readonly index: number; readonly width: number; readonly isFlat: boolean; readonly owner: string },
): readonly unknown[] {
  if (width === 1 && isFlat) return [row];
  if (!Array.isArray(row)) {
    const expected = `must be a list with a value for each of the ${width} inputs`;
    throw new DeclarationError(`examples[${index}]`, `${expected}, but it is ${describeValue(row)}`);
  }
  if (row.length <= width) return row as readonly unknown[];
  const inputs = `${width} input${width === 1 ? "" : "s"}`;
  throw new DeclarationError(`examples[${index}]`, `has ${row.length} values, but ${owner} has ${inputs}`);
}

/** The value as the page holds it; null empties the input. */
function toValue(column: ExampleColumn | undefined, cell: unknown, path: string): unknown {
  if (!column) return null;
  const { kind, options } = column.input;
  const value = kindOf(kind).value.read(cell ?? undefined, path);
  const filled = { ...column.input, options: { ...options, value }, declaredAt: null };
  return toComponent(filled, path, { label: column.label, interactive: true }).value;
}
