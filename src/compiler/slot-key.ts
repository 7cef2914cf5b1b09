// The name of a variable's slot: its name and a hash of its declaration's tokens, so that types, comments, white space,
// quotes, semicolons and trailing commas can change and the state stays.

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
  const open: string[] = [];
  const flat = `let ${text}`;
  try {
    Parser.parse(flat, {
      ecmaVersion: "latest",
      sourceType: "module",
      onToken(token) {
        const value: unknown = "value" in token ? token.value : undefined;
        const raw = flat.slice(token.start, token.end);
        if (tokens.at(-1) === "," && /^(?:[}\])]|)$/.test(raw) && !/^[[,]$/.test(tokens.at(-2) ?? "")) tokens.pop();
        if (/^(?:[([{]|\$\{)$/.test(raw)) open.push(raw);
        else if (/^[)\]}]$/.test(raw)) open.pop();
        // Semicolons may be left out, but not those of a for loop.
        if (raw === ";" && open.at(-1) !== "(") return;
        tokens.push(token.type.label === "string" ? JSON.stringify(value) : raw);
      },
    });
  } catch {
    // An enum inside the initialiser is not JavaScript before it is rewritten: then white space alone is ignored.
    return flat.replace(/\s+/g, " ");
  }
  return tokens.join(" ");
}
