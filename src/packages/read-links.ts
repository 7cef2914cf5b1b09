// What a file of a package imports, and where in its text: so that the addresses can be replaced.

import { Parser } from "acorn";
import { PackageFailure } from "./package-failure.ts";

export interface FileLink {
  /** Of the quoted text, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly specifier: string;
  /** By `import()`: whether it is needed shows when it is asked for. */
  readonly lazy: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly source?: (Node & { readonly value?: unknown }) | null;
}

/** In order of the text. Throws a PackageFailure if it is no module. */
export function readLinks(text: string): FileLink[] {
  const links: FileLink[] = [];
  // Without recursion: what is minified may be nested deeply.
  const left: Node[] = [parse(text)];
  for (let node = left.pop(); node; node = left.pop()) {
    const { source } = node;
    if (source && typeof source.value === "string") {
      const lazy = node.type === "ImportExpression";
      links.push({ start: source.start, end: source.end, specifier: source.value, lazy });
    }
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) left.push(...value.filter(isNode));
      else if (isNode(value)) left.push(value);
    }
  }
  return links.sort((a, b) => a.start - b.start);
}

function parse(text: string): Node {
  try {
    return Parser.parse(text, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true });
  } catch (error) {
    const isTooDeep = error instanceof RangeError || /stack space/.test(String(error));
    throw new PackageFailure(isTooDeep ? "too-deep" : /^\s*</.test(text) ? "page" : "no-code", String(error));
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { readonly type?: unknown }).type === "string";
}
