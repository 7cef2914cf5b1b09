// For tests only: random small programs around a few shared variables, which reach these in as many ways as there are.

import fc from "fast-check";

/**
 * A program with a function `f`, and a function `g` that is to run before it. It calls a global `fuel()` on its way, which
 * throws when it has run for long enough.
 */
export function randomSource(): fc.Arbitrary<string> {
  const stored = fc.array(fc.constantFrom(...stores).map(guarded), { maxLength: 2 }).map((list) => list.join("\n"));
  return fc
    .record({
      top: fc.oneof(statements(1), stored, fc.constant("")).map((code) => code.replaceAll("return ", "")),
      helper: fc.oneof(statements(1), fc.constantFrom("n++;", "list.push(1);", "")),
      getter: fc.oneof(fc.constantFrom("1", "[1]", "own", "mine", "helper"), text("expression")),
      taker: fc.oneof(statements(1), fc.constantFrom("x?.();", "own.a = x;", "mine.b.push(x);")),
      method: fc.oneof(statements(1), fc.constantFrom("this.a?.();", "this.b.push(x);", "n++;")),
      closure: fc.oneof(statements(1), fc.constantFrom("if (z) y = z; else y?.();", "x.a.push(1);")),
      g: fc.oneof(statements(2), stored),
      f: fc.oneof(statements(2), fc.constantFrom(...uses).map(guarded)),
    })
    .map(
      ({ top, helper, getter, taker, method, closure, g, f }) => `import * as gr from "interstate";
let n = 0;
let cb = null;
const list = [[1], { a: 1 }];
const obj = { a: [1], b: { a: 1 } };
const map = new Map([["a", { a: 1 }]]);
const table = { a: { b: 2 } };
class Own {
  a = null;
  b = [];
  run(x) { fuel(); ${method} }
}
const own = new Own();
const mine = gr.local({ a: null, b: [] });
const tools = { a: helper, b: { a: (x) => x } };
const kept = make(obj);
function make(x) { let y = null; return (z) => { fuel(); ${closure} } }
function helper() { fuel(); ${helper} }
function getter() { fuel(); return ${getter} }
function taker(x, y = obj) { fuel(); ${taker} }
${top}
function g(x) { fuel(); ${g} }
function f(x) { fuel(); ${f} }
`,
    );
}

/** What puts code and containers to where no name leads. */
const stores = [
  "own.a = helper;",
  "own.a = () => n++;",
  "own.b.push(() => list.push(1));",
  "own.b.push({ a: helper });",
  "own.a = new Own();",
  "own.a = { valueOf: helper, toString: helper };",
  "own.a = list;",
  "[own.a] = [helper];",
  "mine.a = { a: obj };",
  "mine.a = helper;",
  "mine.b.push(taker.bind(null, helper));",
  "Object.defineProperty(own, 'a', { get: helper });",
  "for (own.a of [helper]);",
  "own.a = ((h) => () => h())(helper);",
  "mine.b.push(getter());",
  "kept(helper);",
  "kept(() => list.push(1));",
  "own.run(helper);",
  "taker(helper);",
  "taker(list);",
  "own.a = [1].map(() => helper)[0];",
  "Object.assign(own, { a: helper });",
  "(own.a ??= {}).a = helper;",
  "const { a: h } = { a: helper }; mine.b.push(h);",
];

/** What calls whatever has got somewhere. */
const uses = [
  "own.a?.(x);",
  "own.a?.run?.(x);",
  "own.b[0]?.(x);",
  "for (const v of own.b) v?.a?.();",
  "own.run(x);",
  "own.run();",
  "own.a?.();",
  "mine.a?.(x);",
  "mine.b.forEach((v) => v?.(x));",
  "(own.a ?? {}).a = x;",
  "mine.b[0]?.push?.(x);",
  "(mine.a?.a ?? {}).b = x;",
  "kept(x);",
  "kept();",
  "tools.b.a(x);",
  "getter()?.a?.push?.(x);",
  "taker(x);",
  "new Own().run(x);",
  "`${own.a} ${mine.a}`;",
  "table.a.b + list.length;",
];

/** One statement that fails must not keep the others from running. */
function guarded(code: string): string {
  return `try { ${code} } catch (error) { if (error.name === "TypeError" && error.message.includes("taken for")) throw error }`;
}

function statements(max: number): fc.Arbitrary<string> {
  return fc.array(text("statement").map(guarded), { maxLength: max }).map((list) => list.join("\n"));
}

type Tie = Record<"statement" | "expression" | "code", string>;

function text(name: keyof Tie): fc.Arbitrary<string> {
  return fc.letrec<Tie>((tie) => {
    const expression = tie("expression");
    const code = tie("code");
    const name = fc.constantFrom(
      ..."list obj map table own mine tools x y n cb kept own.a own.b mine.a this".split(" "),
    );
    const part = fc.constantFrom(..."?.a ?.b ?.[0] ?.[1].a ?.get?.('a') ?.at?.(0) ?.a?.b ?.length ?.a?.()".split(" "));
    const fill = (template: string, ...parts: fc.Arbitrary<string>[]) =>
      fc.tuple(...parts).map((values) => values.reduce((whole, value) => whole.replace("%", () => value), template));
    const expressions = [
      name,
      fill("(%)%", expression, part),
      fill("(%)%", name, part),
      fill("(% ?? %)", expression, expression),
      fill("(n ? % : %)", expression, expression),
      fill("(0, %)", expression),
      fill("[%, ...[%]]", expression, expression),
      fill("{ a: %, b: % }", expression, expression).map((literal) => `(${literal})`),
      fill("({ ...% })", expression),
      fill("Object.values(% ?? {})", expression),
      fill("[...(% ?? [])]", expression),
      fill("new Map([['a', %]])", expression),
      fill("structuredClone(%)", name),
      fill("typeof %", name),
      fill("(%)?.map?.(%)", expression, code),
      fill("(%)?.find?.(%)", expression, code),
      fill("(%)?.filter?.(%)", expression, code),
      fill("(%)?.reduce?.((x, y) => %, %)", expression, expression, expression),
      fc.constant("getter()"),
      fill("taker(%)", expression),
      fc.constant("new Own()"),
      fill("(%)(%)", code, expression),
      code,
      fc.constantFrom("1", "null", "helper", "Own", "taker"),
      fc.constant("({ valueOf: helper, toString: helper, a: helper })"),
    ];
    const statement = [
      fc.constantFrom(
        "n++;",
        "helper();",
        "cb?.();",
        "kept(obj);",
        "own.run(list);",
        "tools.a();",
        "new Own().run(obj);",
      ),
      fill("cb = %;", expression),
      fill("n = %;", expression),
      fill("own.a = %;", expression),
      fill("mine.b.push(%);", expression),
      fill("(% ?? {}).a = %;", expression, expression),
      fill("(% ?? {}).b++;", expression),
      fill("(% ?? [])[0] = %;", expression, expression),
      fill("(%)?.push?.(%);", expression, expression),
      fill("(%)?.set?.('b', %);", expression, expression),
      fill("delete (%)?.a;", expression),
      fill("[(% ?? {}).a] = [%];", expression, expression),
      fill("for (const v of % ?? []) { fuel(); (v ?? {}).a = %; }", expression, expression),
      fill("for (const v of % ?? []) { fuel(); v?.(%); }", expression, expression),
      fill("const { a: v } = % ?? {}; v.b = %;", expression, expression),
      fill("const [v] = % ?? []; v?.push?.(%);", expression, expression),
      fill("const v = %; own.b.push(v);", expression),
      fill("const v = %; v?.(%);", expression, expression),
      fill("Object.assign(% ?? {}, { a: % });", expression, expression),
      fill("Reflect.set(% ?? {}, 'b', %);", expression, expression),
      fill("Array.prototype.push.call(% ?? [], %);", expression, expression),
      fill("taker(%, %);", expression, expression),
      fill("own.run(%);", expression),
      fill("(%)?.forEach?.(%);", expression, code),
      fill("return %;", expression),
    ];
    return {
      expression: fc.oneof({ maxDepth: 2, withCrossShrink: true }, ...expressions) as fc.Arbitrary<string>,
      code: fc.oneof(
        fill("((x) => %)", expression),
        fill("((x, y, z) => { % })", tie("statement")),
        fill("function () { % }", tie("statement")).map((fn) => `(${fn})`),
        fc.constantFrom("helper", "taker", "cb", "own.run"),
      ),
      statement: fc.oneof({ maxDepth: 3 }, ...statement),
    };
  })[name];
}
