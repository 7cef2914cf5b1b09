import { describe, expect, test } from "vitest";
import { bodyOf, errorsOf } from "./compile-for-test.ts";

const inPlace: [what: string, source: string, expected: string][] = [
  ["annotations", "function f(a: number, b?: string): void {}", "function f(a        , b         )       {}"],
  ["this parameters", "function f(this: Foo, a: number) {}", "function f(           a        ) {}"],
  ["a lone this parameter", "function f(this: Foo) {}", "function f(         ) {}"],
  ["type parameters and arguments", "foo<number>(bar<T>, new Baz<string>())", "foo        (bar   , new Baz        ())"],
  ["as and satisfies", "foo(a as T, b satisfies U, (c) as any)", "foo(a     , b            , (c)       )"],
  ["as const", "foo([1, 2] as const)", "foo([1, 2]         )"],
  ["non-null marks", "foo!.bar!()[0]!.baz", "foo .bar ()[0] .baz"],
  ["angle assertions", "foo(<any>bar)", "foo(     bar)"],
  ["predicates", "foo((x: any): x is string => true)", "foo((x     )              => true)"],
  ["interfaces", "interface A { a: number }", ";                        "],
  ["type aliases", "type A = { a: 1 } | 2;", ";                     "],
  ["declare", "declare const a: number; declare function f(): void;", `;${" ".repeat(24)};${" ".repeat(26)}`],
  ["type-only namespaces", "namespace A { export type B = 1 }", ";                                "],
  [
    "overloads",
    "function f(a: string): void\nfunction f(a: any) {}",
    ";                          \nfunction f(a     ) {}",
  ],
  ["implements", "class A implements B, C {}", "class A                 {}"],
  [
    "abstract classes",
    "abstract class A { abstract x(): void; abstract y: number }",
    "         class A { ;                   ;                  }",
  ],
  ["index signatures", "class A { [key: string]: number; a = 1 }", "class A { ;                      a = 1 }"],
  ["declared fields", "class A { declare x: number; y = 1 }", "class A { ;                  y = 1 }"],
  [
    "optional members",
    "class A { x?: number; f?(): void; g?(a?: 1) {} }",
    "class A { x         ; ;           g (a    ) {} }",
  ],
  ["definite fields", "class A { x!: number; }", "class A { x         ; }"],
  ["override", "class A extends B { override x() {} }", "class A extends B { ;        x() {} }"],
  ["static modifiers", "class A { static readonly [a] = 1 }", "class A { static          [a] = 1 }"],
  ["class heritage", "class A<T> extends B<T> {}", "class A    extends B    {}"],
  ["catch clauses", "try {} catch (e: unknown) {}", "try {} catch (e         ) {}"],
  ["type-only imports", 'import type { A } from "x"', ";                         "],
  ["comments in types", "foo(a as /* b */ T /* c */)", "foo(a              /* c */)"],
];

describe("blanks out in place", () => {
  test.each(inPlace)("%s", (_, source, expected) => {
    expect(bodyOf(source)).toBe(expected);
  });
});

const hazards: [what: string, source: string, expected: string][] = [
  ["a statement before a parenthesis", "foo\ntype A = 1\n(bar)", "foo\n;         \n(bar)"],
  ["as before a parenthesis", "foo = a as T\n(bar)", "foo = a     ;\n(bar)"],
  ["satisfies before a template", "foo = a satisfies T\n`x`", "foo = a            ;\n`x`"],
  ["as before a bracket", "foo = a as T\n[1].x", "foo = a     ;\n[1].x"],
  ["an arrow's return type over lines", "foo((a): {\n  x: 1 } => a)", "foo((a    \n       ) => a)"],
  ["type parameters of an async arrow over lines", "foo(async <\nT,>(a: T) => a)", "foo(async (\n    a   ) => a)"],
  [
    "a returned generic arrow",
    "function f() { return <\nT,>(a: T) => a }",
    "function f() { return (\n    a   ) => a }",
  ],
  ["a returned assertion over lines", "function f() { return <\nT>a }", "function f() { return (\n  a) }"],
  ["a modifier before a computed name", "class A { a = 1\n public [b] = 2 }", "class A { a = 1\n ;      [b] = 2 }"],
  ["a modifier before a generator", "class A { a = 1\n private *b() {} }", "class A { a = 1\n ;       *b() {} }"],
  ["a field named get", "class A { get: string\n foo() {} }", "class A { get        ;\n foo() {} }"],
  ["a field's as before a bracket", "class A { a = b as T\n[c] = 1 }", "class A { a = b     ;\n[c] = 1 }"],
];

describe("keeps apart what automatic semicolons kept apart", () => {
  test.each(hazards)("%s", (_, source, expected) => {
    expect(bodyOf(source)).toBe(expected);
  });
});

const parsed: [what: string, source: string][] = [
  [
    "a generic async arrow after an await",
    "await 1; const f = async <T,>(x: T) => { await x; return async <U,>(y: U) => y }",
  ],
  ["an arrow as the other branch", "foo(a ? (b) : c => d, a ? (b, c) : (d): number => d)"],
  ["an arrow with a return type as the first branch", "foo(a ? (b): number => b : c)"],
  ["branches in branches", "foo(a ? (b ? (c) : d => e) : (f) ? (g) : (h) => (i))"],
  [
    "names that are words elsewhere",
    "let of = 1, as = 2, type = 3, get = 4, async = 5; type = as as number; async (of)",
  ],
  ["instantiations", "const f = g<number>; f<string>`x`; new f<1>"],
  [
    "accessors with types",
    "class A { get x(): number { return 1 } set x(v: number) {} static async *[y as string]<T>() {} }",
  ],
];

describe("parses", () => {
  test.each(parsed)("%s", (_, source) => {
    expect(errorsOf(source)).toEqual([]);
  });
});

describe("of what is exported", () => {
  test("takes out types", () => {
    expect(bodyOf("type A = 1; let b = 1; interface C {} export { A, b, type C }")).toContain(
      "export {    b,        }",
    );
  });
  test("takes out whole type exports", () => {
    expect(
      bodyOf("type A = 1; export type { A }\nexport interface B {}\nexport default interface C {}").replace(/\s/g, ""),
    ).toBe(";;;;");
  });
});
