// gr.Dataframe

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

/** What stands in one cell of a table. */
export type Cell = string | number | bigint | boolean | Date | null;

/** What kind of cells a column has. */
export type Datatype = "auto" | "str" | "number" | "bool" | "date" | "markdown" | "html";

/**
 * What a function may return for a Dataframe, or give as its value: records (each key a column), lists of cells, an object
 * or a Map of columns, or headers and rows. null and undefined empty it.
 */
export type TableLike =
  | readonly object[]
  | readonly Cell[]
  | ReadonlyMap<string, readonly unknown[]>
  | { readonly headers?: readonly string[]; readonly data: readonly unknown[] }
  | { readonly [column: string]: readonly unknown[] }
  | null
  | undefined;

export interface DataframeOptions<
  Headers extends readonly string[] = readonly string[],
  Types extends Datatype | readonly Datatype[] = Datatype | readonly Datatype[],
  Type extends "records" | "array" = "records" | "array",
> extends CommonOptions {
  /** The table at first, and after Clear. Default: an empty one, of `rowCount` and `columnCount`. */
  value?: Computable<TableLike>;
  /** Names of columns where the value brings none. Default: "1", "2", "3". */
  headers?: Headers | null;
  /**
   * Rows of an empty table. `[5, "fixed"]`: nobody can add or delete any. Default: 1.
   */
  rowCount?: number | readonly [count: number, mode: "fixed" | "dynamic"] | null;
  /** Columns of an empty table; `[3, "fixed"]`: nobody can add or delete any. Default: as many as `headers`, else 3. */
  columnCount?: number | readonly [count: number, mode: "fixed" | "dynamic"] | null;
  /** The same as `columnCount`, as Gradio 5 calls it. */
  colCount?: number | readonly [count: number, mode: "fixed" | "dynamic"] | null;
  /** The least and the most rows that a person can make of it; null for no limit. Default: no limits. */
  rowLimits?: readonly [min: number | null, max: number | null] | null;
  /** The least and the most columns that a person can make of it; null for no limit. Default: no limits. */
  columnLimits?: readonly [min: number | null, max: number | null] | null;
  /**
   * What the cells are, for all columns or for each: it decides how they are shown, and what the function receives. "str"
   * gives a text, "number" a number or null, "bool" true or false (a check box), "date" a Date or null; "markdown" and
   * "html" give the text and show it formatted, without scripts. "auto" goes by what is there. Default: "auto"; Gradio's is
   * "str".
   */
  datatype?: Types;
  /**
   * What the function receives: "records", a list of objects by column name, or "array", a list of rows that are lists.
   * Default: "records". In Gradio: "pandas", "numpy", "polars", "array".
   */
  type?: Type;
  /** Pixels; beyond it, it scrolls. Default: 500. Gradio: max_height. */
  maxHeight?: number | string;
  /** Whether long texts take several lines. Default: false, they are cut off. */
  wrap?: boolean;
  /** Whether rows are numbered. Default: false. Gradio: show_row_numbers. */
  showRowNumbers?: boolean;
  /** Characters shown of a cell, at most. Default: null, no limit. Gradio: max_chars. */
  maxChars?: number | null;
  /** Width of each column: 120, "120px" or "20%". Default: by what is in them. Gradio: column_widths. */
  columnWidths?: readonly (number | string)[] | null;
  /**
   * "search": a field that leaves the rows with a text. "filter": besides, a field for each column, which also takes
   * ">5", "<=3" and "5..10". Default: "none". Gradio: show_search.
   */
  showSearch?: "none" | "search" | "filter";
  /** Columns at the left that stay when it scrolls. Default: none. Gradio: pinned_columns. */
  pinnedColumns?: number | null;
  /** Columns, counted from 0, that a person cannot edit. Default: none. Gradio: static_columns. */
  staticColumns?: readonly number[] | null;
}

/**
 * A table, edited as a spreadsheet is.
 *
 * As an input, the function receives a list of records, or of rows with `type: "array"`. Sorting and filtering change what
 * is seen, not what it receives. As an output, it shows records, lists of cells, an object or Map of columns, or
 * `{ headers, data }`; lists and objects in a cell are shown as JSON.
 *
 * Its name in a list is `"dataframe"`. Listeners: change, input, select, edit.
 *
 * @param value The table at first; or the options, if it is an object with names of options and no others.
 * @example gr.Dataframe({ headers: ["Item", "Cost"], datatype: ["str", "number"], label: "Bought" })
 */
export function Dataframe<
  const Headers extends readonly string[] = readonly string[],
  const Types extends Datatype | readonly Datatype[] = "auto",
  const Type extends "records" | "array" = "records",
>(
  value?: Computable<TableLike> | DataframeOptions<Headers, Types, Type>,
  options?: DataframeOptions<Headers, Types, Type>,
): Component<
  Type extends "array" ? Row<Types> : Records<Headers, Types>,
  TableLike | void,
  "change" | "input" | "select" | "edit"
> {
  return createComponent("dataframe", value, options);
}

interface CellTypes {
  auto: Cell;
  str: string;
  number: number | null;
  bool: boolean;
  date: Date | null;
  markdown: string;
  html: string;
}

type CellOf<Type> = Type extends Datatype ? CellTypes[Type] : Cell;

type Row<Types> = (Types extends readonly Datatype[] ? CellOf<Types[number]> : CellOf<Types>)[][];

type Records<Headers extends readonly string[], Types> = number extends Headers["length"]
  ? { [column: string]: Types extends Datatype ? CellOf<Types> : Cell }[]
  : {
      [Index in Exclude<keyof Headers, keyof (readonly unknown[])> as Headers[Index] & string]: CellOf<
        Types extends readonly unknown[] ? Types[Index & keyof Types] : Types
      >;
    }[];
