// The name of a variable's slot: its name and a hash of its declaration's tokens, so that types, comments, white space,
// quotes and trailing commas can change and the state stays.

import { Parser } from "acorn";
import type { Edits } from "./edits.ts";
import { hashSource } from "./hash-source.ts";
import type { ModuleVariable } from "./variables.ts";

/** To be asked after types are erased and before anything is inserted. */
export function toSlotKey(variable: ModuleVariable, edits: Edits): string {
  const { declarator } = variable;
  const pattern = declarator.id.type === "Identifier" ? "" : edits.slice(declarator.id.start, declarator.id.end);
  const init = declarator.init ? edits.slice(declarator.id.end, declarator.end) : "";
  return `${variable.name}#${hashSource(normalise(`${pattern || "_"} ${init}`))}`;
}

function normalise(text: string): string {
  const tokens: string[] = [];
  const flat = `let ${text}`;
  let previousEnd = 0;
  try {
    Parser.parse(flat, {
      ecmaVersion: "latest",
      sourceType: "module",
      onToken(token) {
        const value: unknown = "value" in token ? token.value : undefined;
        const raw = flat.slice(token.start, token.end);
        const isEnd = raw === "" || /[}\])]/.test(raw);
        if (tokens.at(-1) === "," && isEnd && !/^[[,]$/.test(tokens.at(-2) ?? "")) tokens.pop();
        // With or without semicolons at the ends of lines.
        if (tokens.at(-1) === ";" && (isEnd || /[\n\r]/.test(flat.slice(previousEnd, token.start)))) tokens.pop();
        tokens.push(token.type.label === "string" ? JSON.stringify(value) : raw);
        previousEnd = token.end;
      },
    });
  } catch {
    // An enum inside the initialiser is not JavaScript before it is rewritten: then white space alone is ignored.
    return flat.replace(/\s+/g, " ");
  }
  return tokens.join(" ");
}
