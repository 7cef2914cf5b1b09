// What of a text counts when it is compared: white space, comments, quotes, semicolons and trailing commas do not.

import { Parser } from "acorn";

/** A program's tokens with single spaces between them, however it is laid out. */
export function toTokens(text: string): string {
  const tokens: string[] = [];
  const open: string[] = [];
  try {
    Parser.parse(text, {
      ecmaVersion: "latest",
      sourceType: "module",
      onToken(token) {
        const value: unknown = "value" in token ? token.value : undefined;
        const raw = text.slice(token.start, token.end);
        if (tokens.at(-1) === "," && /^(?:[}\])]|)$/.test(raw) && !/^[[,]$/.test(tokens.at(-2) ?? "")) tokens.pop();
        if (/^(?:[([{]|\$\{)$/.test(raw)) open.push(raw);
        else if (/^[)\]}]$/.test(raw)) open.pop();
        // Semicolons may be left out, but not those of a for loop.
        if (raw === ";" && open.at(-1) !== "(") return;
        tokens.push(token.type.label === "string" ? JSON.stringify(value) : raw);
      },
    });
  } catch {
    // An enum is not JavaScript before it is rewritten: then white space alone is ignored.
    return text.replace(/\s+/g, " ");
  }
  return tokens.join(" ");
}
