// The name of a variable's slot: its name and a hash of its declaration's tokens, so that types, comments, white space,
// quotes, semicolons and trailing commas can change and the state stays.

import type { Edits } from "./edits.ts";
import { hashSource } from "./hash-source.ts";
import { toTokens } from "./tokens.ts";
import type { ModuleVariable } from "./variables.ts";

/** To be asked after types are erased and before anything is inserted. */
export function toSlotKey(variable: ModuleVariable, edits: Edits): string {
  const { declarator } = variable;
  const pattern = declarator.id.type === "Identifier" ? "" : edits.slice(declarator.id.start, declarator.id.end);
  const init = declarator.init ? edits.slice(declarator.id.end, declarator.end) : "";
  return `${variable.name}#${hashSource(toTokens(`let ${pattern || "_"} ${init}`))}`;
}
