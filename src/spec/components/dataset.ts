// Dataset: rows of values to choose one from, as the examples of an app. The page holds the number of the row that was
// chosen last; a function that has it among its inputs receives that row.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { choice, type Parameter, parameter, wholeNumber } from "../parameter.ts";
import { countText } from "../count-text.ts";

const limits = { rows: 10_000, cells: 200, chars: 1000 };

/** A list of lists; where each row has one value, a plain list of values will do. */
const samples: Parameter = {
  default: [],
  read(value, path) {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) || value.length > limits.rows) {
      const expected = `must be a list of at most ${countText(limits.rows)} examples`;
      throw new DeclarationError(path, `${expected}, but it is ${describeValue(value)}`);
    }
    return Array.from(value, (row: unknown, index) => {
      if (!Array.isArray(row)) return [row];
      if (row.length <= limits.cells) return [...(row as readonly unknown[])];
      throw new DeclarationError(`${path}[${index}]`, `must be a list of at most ${limits.cells} values`);
    });
  },
};

const texts = parameter(null, "a list of texts", (value) => value === null || isTexts(value));

export const dataset: KindDefinition = {
  kind: "dataset",
  name: "Dataset",
  shortcuts: ["dataset"],
  first: "samples",
  events: ["click", "select"],
  parameters: {
    samples,
    headers: texts,
    sampleLabels: texts,
    samplesPerPage: wholeNumber(10, 1, 1000),
    type: choice("values", "index", "tuple"),
  },
  renamed: { samples_per_page: "samplesPerPage", sample_labels: "sampleLabels" },
  value: wholeNumber(null, 0, limits.rows),

  check({ samples: rows, sampleLabels }, _, path) {
    if (!Array.isArray(rows) || !Array.isArray(sampleLabels) || rows.length === sampleLabels.length) return;
    const counts = `has ${sampleLabels.length} texts, but there are ${rows.length} samples`;
    throw new DeclarationError(`${path}.sampleLabels`, counts);
  },

  checkInput(value, component) {
    const result = dataset.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, { props }) {
    if (value === null || value === undefined) return ok(null);
    const rows: unknown = props["samples"];
    const row: unknown = Array.isArray(rows) && typeof value === "number" ? rows[value] : undefined;
    if (row === undefined) return err(`There is no such example: ${describeValue(value)}.`);
    if (props["type"] === "index") return ok(value);
    return ok(props["type"] === "tuple" ? [value, row] : row);
  },

  isOutput: (value) => value === null || isIndex(value),

  postprocess(value) {
    if (value === null || value === undefined) return ok(null);
    if (isIndex(value)) return ok(value);
    return err(
      `is a Dataset, which shows the number of a row as chosen, but the function returned ${describeValue(value)}`,
    );
  },
};

function isIndex(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < limits.rows;
}

function isTexts(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= limits.rows &&
    value.every((item) => typeof item === "string" && item.length <= limits.chars)
  );
}
