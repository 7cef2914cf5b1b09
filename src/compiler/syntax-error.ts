// Turns what the parser throws into a sentence that says what is wrong and what to write instead.

import type { Diagnostic } from "../protocol/compiled.ts";
import type { SourceText } from "./source-text.ts";

/** The position in the error is an offset in `source`, or what `toOffset` makes of it. */
export function toSyntaxDiagnostic(
  source: SourceText,
  error: unknown,
  toOffset: (offset: number) => number = (offset) => offset,
): Diagnostic {
  const { message, at, until } = readParserError(source, error, toOffset);
  const jsx = findJsx(source.text, at);
  if (jsx !== null) {
    return {
      severity: "error",
      code: "jsx",
      message: 'JSX can\'t be used here: the components of "interstate" make the page.',
      range: source.range(jsx, jsx + 1),
    };
  }
  const python = /^(?:import\s+\w+(?:\s+as\s+\w+)?\s*$|from\s+\w+\s+import\b|def\s+\w+\(.*:\s*$)/m.exec(source.text);
  if (python) {
    const instead = python[0].startsWith("def")
      ? "write function name(text: string) { … }"
      : 'it begins with import * as gr from "interstate"';
    return {
      severity: "error",
      code: "python",
      message: `This looks like Python, and code here is TypeScript: ${instead}.`,
      range: source.range(python.index, python.index + python[0].trimEnd().length),
    };
  }
  const explained = explain(source, message, at, until);
  return {
    severity: "error",
    code: explained.message.includes("declared twice") ? "duplicate" : "syntax",
    message: explained.message,
    range: source.range(explained.start, explained.end),
  };
}

interface Explained {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

function readParserError(
  source: SourceText,
  error: unknown,
  toOffset: (offset: number) => number,
): { message: string; at: number; until: number } {
  const message = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, "") : String(error);
  const numberAt = (key: "pos" | "raisedAt") => {
    const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, key) : undefined;
    return typeof value === "number" ? Math.min(toOffset(value), source.text.length) : null;
  };
  const at = numberAt("pos") ?? 0;
  return { message, at, until: Math.max(numberAt("raisedAt") ?? at, at) };
}

function explain(source: SourceText, message: string, at: number, until: number): Explained {
  const token = tokenAt(source.text, at);
  const here = (text: string): Explained => ({ message: text, start: at, end: at + Math.max(token.length, 1) });
  const line = source.position(at).line;
  if (message === "Unexpected token") return explainToken(source, at, token);

  const declared = /^Identifier '(.+)' has already been declared$/.exec(message);
  if (declared) return here(`"${declared[1]}" is declared twice: rename one of the two.`);
  const missingExport = /^Export '(.+)' is not defined$/.exec(message);
  if (missingExport) return here(`There is nothing called "${missingExport[1]}" to export.`);
  const exported = /^Duplicate export '(.+)'$/.exec(message);
  if (exported) return here(`"${exported[1]}" is exported twice: a module has each export once.`);
  const reserved = /^(?:The keyword|Unexpected keyword) '(.+)'(?: is reserved)?$/.exec(message);
  if (reserved) return here(`"${reserved[1]}" is a word of the language: choose another name.`);
  const curly = /^Unexpected character '([“”„‘’‚])'$/.exec(message);
  if (curly) return here(`${curly[1]} is no quote of the language, though it looks like one: write " or '.`);
  if (message.startsWith("Cannot use keyword 'await' outside an async function"))
    return here('"await" works in async functions only: write "async" before the function.');

  switch (message) {
    case "'import' and 'export' may only appear at the top level":
      return explainNested(source, at, here);
    case "Unterminated string constant":
      return { message: "This string has no closing quote.", start: at, end: endOfLine(source.text, at) };
    case "Unterminated template":
      return { message: "This template string has no closing `.", start: Math.max(at - 1, 0), end: at };
    case "Unterminated comment":
      return { message: "This comment has no closing */.", start: at, end: at + 2 };
    case "Unterminated regular expression":
      return { message: "This regular expression has no closing /.", start: at, end: endOfLine(source.text, at) };
    case "'with' in strict mode":
      return here('"with" can\'t be used in a module: name the object each time.');
    case "'return' outside of function":
      return here('"return" works inside functions only.');
    case "Assigning to rvalue":
      return here("Only a variable, a property or a pattern can be assigned to.");
    case "Unsyntactic break":
      return here('"break" works inside loops and "switch" only, and a label must be around it.');
    case "Unsyntactic continue":
      return here('"continue" works inside loops only, and a label must be around it.');
    case "Deleting local variable in strict mode":
      return here("A variable can't be deleted: set it to undefined, or delete a property.");
    case "Not enough stack space to parse input":
      return here("This code is nested too deeply.");
    case "Octal literal in strict mode":
    case "Invalid number":
      return here("This is no number. Write octal numbers as 0o17.");
    default:
      return { message: `${message.replaceAll("'", '"')} (line ${line}).`, start: at, end: Math.max(until, at + 1) };
  }
}

/** Far more often a bracket above is not closed than somebody exports inside a block. */
function explainNested(source: SourceText, at: number, here: (text: string) => Explained): Explained {
  const open = lastOpenBracket(source.text.slice(0, at));
  if (!open || lastOpenBracket(source.text) === null) {
    return here(`"${tokenAt(source.text, at)}" stands at the top of a module only, outside of functions and blocks.`);
  }
  const { line } = source.position(open.at);
  return here(
    `A "${closing(open.bracket)}" is missing before this: the "${open.bracket}" of line ${line} is not closed.`,
  );
}

function explainToken(source: SourceText, at: number, token: string): Explained {
  const { text } = source;
  const open = lastOpenBracket(text.slice(0, at));
  if (token === "") {
    const where = open === null ? "" : `: the "${open.bracket}" of line ${source.position(open.at).line} is not closed`;
    const start = Math.max(text.trimEnd().length - 1, 0);
    return { message: `The code ends too early${where}.`, start: open?.at ?? start, end: (open?.at ?? start) + 1 };
  }
  const start = at;
  const end = at + token.length;
  const before = text.slice(0, at).trimEnd();
  if (/\bf$/.test(text.slice(0, at)) && /^["']/.test(token))
    return { message: 'An f"…" is Python\'s: write `Hello ${name}`, between backticks.', start: start - 1, end };
  if (/\bconst\s+[\w$]+$/.test(before))
    return { message: 'A const needs a value: write "= …" after its name.', start, end };
  if (/^[)\]}]$/.test(token)) {
    const expected = open && closing(open.bracket);
    if (open && expected !== token)
      return {
        message: `Unexpected "${token}": "${expected}" must come first, for the "${open.bracket}" of line ${source.position(open.at).line}.`,
        start,
        end,
      };
    if (!open) return { message: `Unexpected "${token}": nothing is open that it could close.`, start, end };
    return { message: `Unexpected "${token}": something is missing before it.`, start, end };
  }
  if (open && open.bracket !== "{" && /^[{;]$/.test(token))
    return { message: `Unexpected "${token}": "${closing(open.bracket)}" is missing before it.`, start, end };
  if (
    /[\w$"'`)\]]$/.test(before) &&
    /^[\w$"'`]/.test(token) &&
    !/\b(?:function|class|new|import|export)$/.test(before)
  ) {
    const missing = open && open.bracket !== "{" ? 'a "," or an operator' : 'a ";", a "," or an operator';
    return { message: `Unexpected ${quote(token)}: ${missing} is missing before it.`, start, end };
  }
  return { message: `Unexpected ${quote(token)}: something else should stand here.`, start, end };
}

function quote(token: string): string {
  return /^["'`]/.test(token) ? "text" : `"${token}"`;
}

function tokenAt(text: string, at: number): string {
  const token = /[$\p{ID_Continue}]+|"[^"\n]*"|'[^'\n]*'|=>|\?\?|&&|\|\||[=!]==?|\S/uy;
  token.lastIndex = at;
  return token.exec(text)?.[0] ?? "";
}

function endOfLine(text: string, at: number): number {
  const end = text.slice(at).search(/[\n\r]/);
  return end < 0 ? text.length : at + end;
}

function closing(bracket: string): string {
  return bracket === "(" ? ")" : bracket === "[" ? "]" : "}";
}

/** The innermost bracket still open at the end of a text; strings and comments are passed over. */
function lastOpenBracket(text: string): { readonly bracket: string; readonly at: number } | null {
  const open: { bracket: string; at: number }[] = [];
  const tokens = /\/\/.*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`|[()[\]{}]/g;
  for (const match of text.matchAll(tokens)) {
    const bracket = match[0];
    if (/^[([{]$/.test(bracket)) open.push({ bracket, at: match.index });
    else if (/^[)\]}]$/.test(bracket) && open.length > 0 && closing(open.at(-1)?.bracket ?? "") === bracket) open.pop();
  }
  return open.at(-1) ?? null;
}

/** Where a JSX element starts that the parser stumbled over, if there is one on the way to its error. */
function findJsx(text: string, at: number): number | null {
  const elements =
    /(?:[=(,?:&|>[{]|\breturn)\s*<(?:>|[a-z][\w-]*(?:\s+[\w-]+(?:=(?:"[^"]*"|\{))?|\s*\/?>)|[A-Z][\w.]*(?:\s+[\w-]+=|\s*\/>))/g;
  for (const match of text.matchAll(elements)) {
    const start = match.index + match[0].indexOf("<");
    const closes = /<\/|\/>/.test(text.slice(start));
    if (start <= at && closes && at - start < 2000) return start;
  }
  return null;
}
