import { describe, expect, test } from "vitest";
import { compiled, errorsOf } from "./compile-for-test.ts";

// What is wrong, the code of the error, words of its message, and the stretch that is marked.
const mistakes: [what: string, source: string, code: string, words: RegExp, marked: string][] = [
  [
    "value namespaces",
    "namespace A { export const x = 1 }",
    "namespace",
    /at the top/,
    "namespace A { export const x = 1 }",
  ],
  ["decorators on classes", "@dec\nclass A {}", "decorator", /call the function/, "@dec"],
  ["decorators on members", "class A { @dec x = 1 }", "decorator", /don't run/, "@dec x = 1"],
  ["accessor fields", "class A { accessor x = 1 }", "accessor", /getter/, "accessor x = 1"],
  ["import =", 'import a = require("a")', "import-equals", /Write: import \*/, 'import a = require("a")'],
  ["export =", "export = 1", "export-equals", /export default/, "export = 1"],
  ["export * from", 'export * from "interstate"', "export-from", /one file/, 'export * from "interstate"'],
  [
    "export … from",
    'export { Number } from "interstate"',
    "export-from",
    /one file/,
    'export { Number } from "interstate"',
  ],
  ["unknown imports", 'import x from "lodash"', "unknown-import", /no module "lodash"/, '"lodash"'],
  ["packages without npm:", 'import x from "@a/b/c.js"', "unknown-import", /as "npm:@a\/b\/c\.js"/, '"@a/b/c.js"'],
  ["packages that are none", 'import x from "npm:a?b"', "package-name", /write it like "npm:nanoid"/, '"npm:a?b"'],
  ["versions that are none", 'import x from "npm:a@1 2"', "package-name", /no version of a package/, '"npm:a@1 2"'],
  [
    "import() of packages",
    'const a = import("npm:a")',
    "dynamic-import",
    /at the top: import \* as/,
    'import("npm:a")',
  ],
  ["relative imports", 'import x from "./x.ts"', "unknown-import", /a playground is one file/, '"./x.ts"'],
  ["imports of Node.js", 'import fs from "node:fs"', "unknown-import", /part of Node\.js/, '"node:fs"'],
  ["imports of addresses", 'import x from "https://a.b/c"', "unknown-import", /from an address/, '"https://a.b/c"'],
  ["bare unknown imports", 'import "x y"', "unknown-import", /no module "x y" here\.$/, '"x y"'],
  ["import()", 'const a = await import("x")', "dynamic-import", /can't load/, 'import("x")'],
  ["assignment to a const", "const a = 1\na = 2", "const-assign", /declare it with let/, "a"],
  ["counting a const up", "const a = 1\nfunction f() { a++ }", "const-assign", /"a" is a const/, "a"],
  ["assignment by a pattern", "const a = 1;\n({ x: [a] } = { x: [2] })", "const-assign", /const/, "a"],
  ["assignment by a loop", "const a = 1\nfor (a of [1]);", "const-assign", /const/, "a"],
  ["assignment to a local const", "function f() { const a = 1; a += 1 }", "const-assign", /const/, "a"],
  ["assignment to an import", 'import * as gr from "interstate"\ngr = 1', "const-assign", /an import/, "gr"],
  ["assignment to an import of a package", 'import { x } from "npm:a"\nx = 1', "const-assign", /an import/, "x"],
  ["assignment to a function", "function f() {}\nf = 1", "const-assign", /a function/, "f"],
  ["the host's name", "let __is = 1", "reserved-name", /choose another name/, "__is"],
  ["a mention of the host's name", "foo(__is)", "reserved-name", /choose another name/, "__is"],
  ["a globalThis of one's own", "const globalThis = {}", "reserved-name", /choose another name/, "globalThis"],
  ["an enum and a variable of one name", "enum A { B }\nlet A = 1", "duplicate", /declared twice/, "A"],
  ["an exported enum in parts", "export enum A { B }\nexport enum A { C = 1 }", "merged-enum", /in one/, "A"],
  ["an enum member without a value after a string", 'enum A { B = "b", C }', "enum-value", /needs a value/, "C"],
  [
    "parameter properties without a plain super call",
    "class A extends B { constructor(public x: 1) { foo(super()) } }",
    "parameter-property",
    /super/,
    "{",
  ],
];

describe("answers with an error and its place", () => {
  test.each(mistakes)("%s", (_, source, code, words, marked) => {
    const [error] = errorsOf(source);
    expect(error).toMatchObject({ severity: "error", code });
    expect(error?.message).toMatch(words);
    const line = source.split("\n")[(error?.range.line ?? 0) - 1] ?? "";
    expect(line.slice((error?.range.column ?? 0) - 1, (error?.range.endColumn ?? 0) - 1)).toBe(marked);
  });
});

test("a name that is exported twice is found in the output, and marked in the source", () => {
  expect(errorsOf("export default 1 as number\nlet a = 1\nexport default a")).toMatchObject([
    {
      code: "syntax",
      message: '"default" is exported twice: a module has each export once.',
      range: { line: 3, column: 8 },
    },
  ]);
});

test("reports all mistakes, in order", () => {
  const errors = errorsOf("const a = 1\na = 2\nnamespace N { export let x = 1 }\na = 3");
  expect(errors.map(({ code, range }) => [code, range.line])).toEqual([
    ["const-assign", 2],
    ["namespace", 3],
    ["const-assign", 4],
  ]);
});

describe("of imports", () => {
  test("takes default, named and namespace imports of interstate", () => {
    expect(compiled('import gr, { Interface as I, State } from "interstate"\nI(State, gr)').code).toMatch(
      /^const __is=globalThis\.__interstate,gr=__is\.api,I=__is\.api\["Interface"\],State=__is\.api\["State"\];/,
    );
  });
  test("takes no notice of those that name types alone", () => {
    expect(
      compiled('import { State } from "interstate"\nimport { Foo } from "./foo"\nlet a: State<Foo>').code,
    ).not.toContain("api");
  });
  test("leaves unused ones alone as long as they are known", () => {
    expect(errorsOf('import * as gr from "interstate"')).toEqual([]);
    expect(errorsOf('import { Foo } from "./foo"')).toHaveLength(1);
  });
  test("warns of names that hide JavaScript's own", () => {
    const { warnings } = compiled('import { JSON, Textbox } from "interstate"\nJSON(Textbox)');
    expect(warnings).toMatchObject([
      { severity: "warning", code: "shadows-global", range: { line: 1, column: 10, endColumn: 14 } },
    ]);
  });
});
