// The names of a function's parameters, from its text. It reads JavaScript just far enough for that: brackets, texts,
// templates, comments and regular expressions are skipped as wholes.

/**
 * By position; null for a destructured or rest parameter. Empty for what has no text, such as a bound function. At the end,
 * what is the call's own (`progress = gr.Progress()`) is left out: no input belongs to it.
 */
export function parameterNames(functionText: string): (string | null)[] {
  const parameters = parametersIn(functionText);
  while (parameters.at(-1)?.isCallsOwn) parameters.pop();
  return parameters.map(({ name }) => name);
}

export interface ParameterText {
  /** null for a destructured or rest parameter. */
  readonly name: string | null;
  /** It has a default, or takes all the rest. */
  readonly isOptional: boolean;
  readonly isRest: boolean;
  /** Its default is `gr.Progress()` or `gr.Request()`: no input belongs to it. */
  readonly isCallsOwn: boolean;
}

/** All parameters of a function, by position, from its text. */
export function parametersIn(functionText: string): ParameterText[] {
  return splitParameters(headTokens(tokenize(functionText))).map((tokens) => ({
    name: parameterName(tokens),
    isOptional: tokens[0] === "..." || tokens.includes("="),
    isRest: tokens[0] === "...",
    isCallsOwn: isCallsOwn(tokens),
  }));
}

/** Under whatever name the module was imported. */
function isCallsOwn(tokens: readonly string[]): boolean {
  return /^[^=]* = (?:[^ ]+ \. )?(?:Progress|Request) \(/.test(tokens.join(" "));
}

const token =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*|\.\.\.|=>|[0-9][\w.]*|[\s\S]/uy;
const regularExpression = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;

/** Tokens up to the function's body, without white space and comments. */
function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  let depth = 0;
  let parenthesesSeen = false;
  while (at < text.length) {
    const next = nextToken(text, at, tokens.at(-1));
    at += next.length;
    if (/^(\s|\/\/|\/\*)/.test(next)) continue;
    tokens.push(next);
    if ("([{".includes(next)) depth++;
    if (")]}".includes(next)) depth--;
    if (next === "(") parenthesesSeen = true;
    // The first parenthesis that closes on the outside ends the parameters; `x => …` has none.
    if ((depth === 0 && next === ")" && parenthesesSeen) || (depth === 0 && next === "=>")) break;
  }
  return tokens;
}

function nextToken(text: string, at: number, previous: string | undefined): string {
  if (text[at] === "`") return text.slice(at, templateEnd(text, at));
  if (text[at] === "/" && text[at + 1] !== "/" && text[at + 1] !== "*" && !endsOperand(previous)) {
    regularExpression.lastIndex = at;
    const match = regularExpression.exec(text);
    if (match) return match[0];
  }
  token.lastIndex = at;
  return token.exec(text)?.[0] ?? text.slice(at, at + 1);
}

/** After an operand a slash divides; elsewhere it starts a regular expression. */
function endsOperand(previous: string | undefined): boolean {
  return previous !== undefined && (/^[\w$)\]}"'`#]/.test(previous) || /^\p{ID_Start}/u.test(previous));
}

function templateEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== "`") {
    if (text[at] === "\\") at += 2;
    else if (text[at] === "$" && text[at + 1] === "{") at = substitutionEnd(text, at + 2);
    else at++;
  }
  return at + 1;
}

function substitutionEnd(text: string, start: number): number {
  let at = start;
  let depth = 1;
  let previous: string | undefined;
  while (at < text.length && depth > 0) {
    const next = nextToken(text, at, previous);
    at += next.length;
    if (next === "{") depth++;
    if (next === "}") depth--;
    if (!/^(\s|\/\/|\/\*)/.test(next)) previous = next;
  }
  return at;
}

/** The tokens between the parentheses of the parameters. */
function headTokens(tokens: readonly string[]): readonly string[] {
  if (tokens.at(-1) === "=>" && tokens.at(-2) !== ")") return tokens.slice(-2, -1);
  const end = tokens.lastIndexOf(")");
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    if (")]}".includes(tokens[at] ?? "-")) depth++;
    if ("([{".includes(tokens[at] ?? "-")) depth--;
    if (depth === 0) return tokens.slice(at + 1, end);
  }
  return [];
}

function splitParameters(tokens: readonly string[]): string[][] {
  if (tokens.length === 0) return [];
  const parameters: string[][] = [[]];
  let depth = 0;
  for (const next of tokens) {
    if ("([{".includes(next)) depth++;
    if (")]}".includes(next)) depth--;
    if (next === "," && depth === 0) parameters.push([]);
    else parameters.at(-1)?.push(next);
  }
  // A comma may follow the last parameter.
  return parameters.filter((parameter) => parameter.length > 0);
}

function parameterName([first]: readonly string[]): string | null {
  return first !== undefined && /^[\p{ID_Start}$_]/u.test(first) ? first : null;
}
