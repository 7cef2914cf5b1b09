// Reads a table as the value of a component.

import { DeclarationError } from "./declaration-error.ts";
import type { Parameter } from "./parameter.ts";
import { toTable } from "./table.ts";

export const tableParameter: Parameter = {
  default: null,
  read(value, path) {
    const read = toTable(value);
    if (read.ok) return read.value;
    throw new DeclarationError(path, read.error);
  },
};
