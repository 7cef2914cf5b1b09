import { Parser } from "acorn";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linkFile } from "../protocol/package-code.ts";
import { PackageFailure } from "./package-failure.ts";
import { readLinks } from "./read-links.ts";

function read(text: string): string[] {
  return readLinks(text).map(
    ({ start, end, specifier, lazy }) => `${text.slice(start, end)} ${specifier}${lazy ? " lazy" : ""}`,
  );
}

function kindOf(text: string): unknown {
  try {
    readLinks(text);
    return null;
  } catch (error) {
    return error instanceof PackageFailure ? error.kind : error;
  }
}

test("each way to name another file is found, and nothing else", () => {
  const text = `import a from "/a.mjs";import*as b from'./b.mjs';import"/c.mjs";
export*from"/d.mjs";export*as e from "/e.mjs";export{f}from"/\\x66.mjs";
export const g=()=>import("/g.mjs"),h=x=>import(x),i=x=>import(\`/\${x}\`);
// import "/comment.mjs"
const j='import "/text.mjs"',k={import:{source:"/k.mjs"},source:"/l.mjs"};import.meta.url;`;
  expect(read(text)).toEqual([
    '"/a.mjs" /a.mjs',
    "'./b.mjs' ./b.mjs",
    '"/c.mjs" /c.mjs',
    '"/d.mjs" /d.mjs',
    '"/e.mjs" /e.mjs',
    '"/\\x66.mjs" /f.mjs',
    '"/g.mjs" /g.mjs lazy',
  ]);
});

test("what is nested deeply is read, as far as the parser goes", () => {
  const deep = (levels: number) => `${"a+".repeat(levels)}import("/x.mjs")`;
  expect(read(deep(1000))).toEqual(['"/x.mjs" /x.mjs lazy']);
  expect(kindOf(deep(100_000))).toBe("too-deep");
});

test("what is no module is refused: a page as a page", () => {
  expect(kindOf("\n <!doctype html>")).toBe("page");
  expect(kindOf("module.exports = ")).toBe("no-code");
  expect(kindOf("return 1")).toBe("no-code");
  expect(kindOf("")).toBeNull();
});

test("a file with other addresses is the same module, which imports from those", () => {
  const name = fc.string({ unit: "grapheme", maxLength: 8 });
  const statement = fc.tuple(
    fc.constantFrom(
      "import",
      "export*from",
      "import*as N from",
      "import{a as N}from",
      "const N=()=>import(",
      "const N=",
    ),
    name,
  );
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      const write = (address: (specifier: string, at: number) => string): string =>
        statements
          .map(([what, specifier], i) => {
            const isPlain = what === "const N=";
            const quoted = JSON.stringify(isPlain ? specifier : address(specifier, i));
            return `${what.replace("N", `n${i}`)}${quoted}${what.endsWith("(") ? ")" : ""};`;
          })
          .join("\n");
      const text = write((specifier) => specifier);
      const links = readLinks(text);
      const named = statements.flatMap(([what], i) => (what === "const N=" ? [] : [i]));
      expect(links).toHaveLength(named.length);
      const file = { name: "", text, links: links.map(({ start, end }, file) => ({ start, end, file })) };
      const linked = linkFile(file, (index) => `blob:null/${named[index]}`);
      expect(linked).toBe(write((_, i) => `blob:null/${i}`));
      Parser.parse(linked, { ecmaVersion: "latest", sourceType: "module" });
    }),
  );
});
