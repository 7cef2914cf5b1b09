// Markdown to HTML, not yet safe. What needs a library of its own is left as it was written, marked for `finish.ts`:
// formulas, code, and headings that can be jumped to.

import { Marked, type TokenizerAndRendererExtension } from "marked";
import type { MarkdownOptions, MathDelimiter } from "./markdown-options.ts";

const parsers = new Map<string, (text: string) => string>();

export function toHtml(text: string, options: MarkdownOptions): string {
  const key = JSON.stringify(options);
  const parser = parsers.get(key) ?? createParser(options);
  parsers.set(key, parser);
  return parser(text);
}

function createParser({ inline, lineBreaks, delimiters }: MarkdownOptions): (text: string) => string {
  let anchors = new Map<string, number>();
  const marked = new Marked({
    gfm: true,
    breaks: lineBreaks,
    renderer: {
      code({ text, lang }) {
        const language = (lang ?? "").split(/[\s{,]/)[0] ?? "";
        return `<pre data-language="${escape(language)}"><code>${escape(text)}\n</code></pre>\n`;
      },
      heading({ tokens, depth }) {
        const anchor = anchorOf(this.parser.parseInline(tokens, this.parser.textRenderer), anchors);
        return `<h${depth} data-anchor="${escape(anchor)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      // A real one could be ticked, to no end.
      checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    },
    extensions: mathRules(delimiters),
  });
  return (text) => {
    anchors = new Map();
    return inline ? marked.parseInline(text, { async: false }) : marked.parse(text, { async: false });
  };
}

/** The name of a heading, as GitHub makes it; a second one of the same text is numbered. */
function anchorOf(text: string, taken: Map<string, number>): string {
  const name = text
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
  const times = taken.get(name) ?? 0;
  taken.set(name, times + 1);
  return times === 0 ? name : `${name}-${times}`;
}

/** Formulas come before all else, so that nothing in them is taken for Markdown. The longer mark wins: $$ before $. */
function mathRules(delimiters: readonly MathDelimiter[]): TokenizerAndRendererExtension[] {
  const sorted = delimiters.toSorted((a, b) => a.left.length - b.left.length);
  return sorted.flatMap((delimiter, index) => [
    ...(delimiter.display ? [mathBlock(delimiter, `math block ${index}`)] : []),
    mathInline(delimiter, `math ${index}`),
  ]);
}

/** A formula that has its lines to itself: a rule or a list in it is none. */
function mathBlock(delimiter: MathDelimiter, name: string): TokenizerAndRendererExtension {
  return {
    name,
    level: "block",
    start: (source) => found(source.indexOf(`\n${delimiter.left}`), 1),
    tokenizer(source) {
      const token = readFormula(source, delimiter);
      return token && /^[ \t]*(\n|$)/.test(source.slice(token.raw.length)) ? { type: name, ...token } : undefined;
    },
    renderer: (token) => `<p>${formulaHtml(token["formula"], true)}</p>\n`,
  };
}

function mathInline(delimiter: MathDelimiter, name: string): TokenizerAndRendererExtension {
  return {
    name,
    level: "inline",
    start: (source) => found(source.indexOf(delimiter.left), 0),
    tokenizer(source) {
      const token = readFormula(source, delimiter);
      return token ? { type: name, ...token } : undefined;
    },
    renderer: (token) => formulaHtml(token["formula"], delimiter.display),
  };
}

function found(index: number, offset: number): number | undefined {
  return index < 0 ? undefined : index + offset;
}

function readFormula(source: string, { left, right }: MathDelimiter): { raw: string; formula: string } | null {
  const end = source.startsWith(left) ? source.indexOf(right, left.length) : -1;
  const formula = source.slice(left.length, end);
  return end < 0 || formula.trim() === "" ? null : { raw: source.slice(0, end + right.length), formula };
}

function formulaHtml(formula: unknown, display: boolean): string {
  return `<span data-math="${display ? "display" : "inline"}">${escape(String(formula))}</span>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
