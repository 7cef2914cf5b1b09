// Of a mistake in running code only the place is known at which it begins. How much of the line to mark from there: the
// expression, as far as a look at the line alone can tell.

const prefixesAndName = /^(?:(?:await|new|throw|typeof|void|yield)\s+)*[\p{ID_Continue}$#]*/u;
const member = /^!?\??\.#?[\p{ID_Continue}$]+/u;
const brackets: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const quotes: ReadonlySet<string> = new Set(['"', "'", "`"]);

/** The column after the expression that begins at `column`; columns count from 1. */
export function expressionEnd(line: string, column: number): number {
  const rest = line.slice(column - 1);
  let end = prefixesAndName.exec(rest)?.[0].length ?? 0;
  if (end === 0) end = groupLength(rest);
  for (let more = end; more > 0 && end < rest.length; end += more) more = suffixLength(rest.slice(end));
  return column + (end > 0 ? end : statementLength(rest));
}

/** `.name`, `?.name`, `(…)`, `[…]`, or a template after its tag. */
function suffixLength(text: string): number {
  const name = member.exec(text)?.[0].length;
  if (name !== undefined) return name;
  const optional = text.startsWith("?.") ? 2 : 0;
  const group = /^[([`]/.test(text.slice(optional)) ? groupLength(text.slice(optional)) : 0;
  return group > 0 ? optional + group : 0;
}

/** Of what is in brackets or quotes at the start of the text; to its end if they do not close on this line. */
function groupLength(text: string): number {
  const [first = ""] = text;
  if (quotes.has(first)) return quotedLength(text, first);
  const closers: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const closer = brackets[char];
    if (closer !== undefined) closers.push(closer);
    else if (closers.length > 0 && quotes.has(char)) i += quotedLength(text.slice(i), char) - 1;
    else if (char === closers.at(-1)) closers.pop();
    if (closers.length === 0) return closer === undefined && i === 0 ? 0 : i + 1;
  }
  return text.trimEnd().length;
}

function quotedLength(text: string, quote: string): number {
  for (let i = 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === quote) return i + 1;
  }
  return text.trimEnd().length;
}

function statementLength(text: string): number {
  const statement = text.split(/;|\/\//, 1)[0] ?? "";
  return Math.max(1, statement.trimEnd().length);
}
