import { describe, expect, test } from "vitest";
import { compiled } from "./compile-for-test.ts";

const api = 'import * as gr from "interstate"\n';
const shared = "const list: number[] = []; let count = 0; function add() { list.push(count++) }\n";

// The function under question is called `f`.
const writers: [what: string, source: string][] = [
  ["assigns", "let n = 0; function f() { n = 1 }"],
  ["adds", "let n = 0; function f() { n += 1 }"],
  ["counts up", "let n = 0; const f = () => n++"],
  ["assigns by a pattern", "let n = 0, m = 0; function f() { [n, m] = [m, n] }"],
  ["assigns by a loop", "let n = 0; function f() { for (n of [1]); }"],
  ["assigns through a type", "let n = 0; function f() { (n as any) = 1 }"],
  ["pushes", "const l: number[] = []; function f(x: number) { l.push(x) }"],
  ["sets a property", "const o: any = { a: {} }; function f() { o.a.b = 1 }"],
  ["writes an element by a copy of the list", "const l = [{ n: 1 }]; function f() { l.map((x) => x)[0]!.n = 2 }"],
  ["writes a value of a Map", "const m = new Map([[1, { n: 1 }]]); function f() { for (const e of m) e[1].n = 2 }"],
  [
    "writes what reduce gives back",
    "const l = [{ n: 1 }]; function f() { l.reduce((a, b) => (a.n > 1 ? a : b)).n = 2 }",
  ],
  ["deletes a property", "const o: any = { a: 1 }; function f() { delete o.a }"],
  ["counts a property up", "const o = { a: 1 }; function f() { o.a++ }"],
  ["sorts in place", "const l = [2, 1]; function f() { l.sort() }"],
  ["sets in a Map", "const m = new Map(); function f() { m.set(1, 2) }"],
  [
    "fills a cache",
    "const cache: Record<string, number> = {}; function f(k: string) { return (cache[k] ??= k.length) }",
  ],
  ["writes through a local alias", "const l: number[] = []; function f() { const m = l; m.push(1) }"],
  [
    "writes through a destructured alias",
    "const o = { l: [] as number[] }; function f() { const { l } = o; l.push(1) }",
  ],
  ["writes an element in a loop", "const l = [{ n: 1 }]; function f() { for (const x of l) x.n = 2 }"],
  ["writes an element in a callback", "const l = [{ n: 1 }]; function f() { l.forEach((x) => { x.n = 2 }) }"],
  ["writes the array in a callback", "const l = [1]; function f() { l.map((x, i, all) => all.push(x)) }"],
  ["writes an element that it found", "const l = [{ n: 1 }]; function f() { l.find((x) => x.n === 1)!.n = 2 }"],
  ["writes by a spread copy's element", "const l = [{ n: 1 }]; function f() { const copy = [...l]; copy[0]!.n = 2 }"],
  ["calls a function that writes", "let n = 0; function g() { n++ } function f() { g() }"],
  ["hands out a function that writes", "let n = 0; function g() { n++ } function f() { return [1].map(g) }"],
  [
    "calls one that calls itself and writes",
    "let n = 0; function g(i: number) { if (i) g(i - 1); else n++ } function f() { g(2) }",
  ],
  ["writes in a callback", "let n = 0; function f() { setTimeout(() => { n++ }) }"],
  ["writes in a default parameter", "let n = 0; function f(x = n++) { return x }"],
  ["writes by another's default parameter", "let n = 0; function g(x = n++) { return x } function f() { return g() }"],
  ["writes by a method", "let n = 0; class A { m() { n++ } } function f() { new A().m() }"],
  [
    "writes by a getter",
    "let n = 0; class A { get x() { return n++ } } const a = new A(); function f() { return a.x * 1 }",
  ],
  ["writes by a field's initialiser", "let n = 0; class A { x = n++ } function f() { return new A() }"],
  [
    "writes by a base class",
    "let n = 0; class A { constructor() { n++ } } class B extends A {} function f() { new B() }",
  ],
  [
    "uses a class that holds a shared container",
    "const l: number[] = []; class A { l = l } function f() { new A().l.push(1) }",
  ],
  [
    "uses an instance that holds one",
    "const l: number[] = []; class A { l = l; add() { this.l.push(1) } } const a = new A(); function f() { a.add() }",
  ],
  [
    "uses a closure over one",
    "const l: number[] = []; const make = () => { const m = l; return () => m.push(1) }; const g = make(); function f() { g() }",
  ],
  [
    "hands a container to a writer",
    "const l: number[] = []; function g(x: number[]) { x.push(1) } function f() { g(l) }",
  ],
  ["hands a container to an unknown function", "const l: number[] = []; function f(g: any) { g(l) }"],
  [
    "gets a container from an object's fn",
    "const l: number[] = []; const o = { fn: () => l, value() { return l } }; function f() { o.fn().push(1) }",
  ],
  ["hands a container to Object.assign", "const o = {}; function f() { Object.assign(o, { a: 1 }) }"],
  ["uses a function in an object", "let n = 0; const o = { add: () => n++ }; function f() { o.add() }"],
  ["calls an unknown value", "let n = 0; function add() { n++ } const g = [add][0]!; function f() { g() }"],
  ["stores a container in another", "const l: number[] = []; const o: any = {}; function f() { o.l = l }"],
  ["stores a container in a variable", "const l = [[1]]; let m: any; function f() { m = l }"],
  [
    "returns a container to other code",
    "const l: number[] = []; function g() { return l } function f() { g().push(1) }",
  ],
  ["uses eval", `${shared}function f() { eval("count++") }`],
  ["uses new Function", `${shared}function f() { new Function("count++")() }`],
  [
    "reaches through globalThis",
    `${shared}(globalThis as any).add = add; declare const undo: any; function f() { undo() }`,
  ],
  [
    "runs where a prototype was changed",
    `${shared}Array.prototype.at = () => add(); function f() { return [1].at(0) }`,
  ],
  ["writes in a generator", "let n = 0; function* f() { n++; yield n }"],
  ["writes after an await", "let n = 0; async function f() { await 1; n++ }"],
  [
    "writes in a tagged template",
    "const l: any[] = []; function tag(s: any, x: any) { x.push(1) } function f() { tag`${l}` }",
  ],
  [
    "throws a container",
    "const l: number[] = []; function g() { throw l } function f() { try { g() } catch (e: any) { e.push(1) } }",
  ],
  [
    "uses a model loaded once",
    "const model = await load(); let n = 0; function add() { n++ } function load() { return () => add() } function f() { model() }",
  ],
  [
    "passes a value back by reduce",
    "const l: any[] = []; function f() { [1, 2].reduce((all: any) => { all.push(1); return l }, []) }",
  ],
  [
    "uses a container kept in a function",
    "const l: number[] = []; function g() {} g.l = l; function f() { g.l.push(1) }",
  ],
  [
    "uses a container kept in a class",
    "const l: number[] = []; class A { static l: any } A.l = l; function f() { A.l.push(1) }",
  ],
  ["uses a static field", "const l: number[] = []; class A { static l = l } function f() { A.l.push(1) }"],
  ["writes the rest of a pattern", "const l = [{ n: 1 }]; function f() { const [...all] = l; all[0]!.n = 2 }"],
  [
    "uses an instance when containers get around",
    "const l = [[1]]; class A { keep: any } const a = new A(); function g() { l.pop()!.push(2); keep(l[0]) } function keep(x: any) { a.keep = x } function f() { a.keep.push(1) }",
  ],
  [
    "uses an instance that took what was popped",
    "const l: any[] = [[1]]; class A { keep: any } const a = new A(); function g() { a.keep = l.pop() } function f() { a.keep.push(1) }",
  ],
  ["uses gr.local of a container", `${api}const l = [1]; const m = gr.local(l); function f() { m.push(1) }`],
  [
    "uses an instance whose method writes",
    "let n = 0; class M { run() { n++ } } const m = await load(); async function load() { return new M() } function f() { m.run() }",
  ],
  ["assigns in a nested function", "let n = 0; function f() { const g = () => { n = 2 }; g() }"],
  ["assigns in an object's method", "let n = 0; const o = { inc() { n++ } }; function f() { o.inc() }"],
];

const readers: [what: string, source: string][] = [
  ["mentions nothing", `${shared}function f(x: number) { return x * 2 }`],
  ["shadows a shared name", `${shared}function f(list: number[]) { list.push(1); return list }`],
  ["declares its own of that name", `${shared}function f() { let count = 1; count++; return count }`],
  ["uses built-ins", `${shared}function f(x: number[]) { return Math.max(...x) + JSON.stringify(x).length }`],
  ["calls pure functions", `${shared}function g(x: number) { return x } function f(x: number) { return g(x) }`],
  [
    "calls a pure const function",
    `${shared}const g = (x: number) => x + 1; function f(x: number) { return [x].map(g) }`,
  ],
  ["uses a pure class", `${shared}class A { n = 0; inc() { return ++this.n } } function f() { return new A().inc() }`],
  ["reads a number", `${shared}function f() { return count * 2 }`],
  ["reads a length", `${shared}function f() { return list.length }`],
  [
    "asks includes, indexOf, join, has",
    `${shared}const set = new Set([1]); function f(x: number) { return set.has(x) || list.includes(x) || list.indexOf(x) > 1 ? list.join() : "" }`,
  ],
  ["reads in a template", `${shared}function f() { return \`\${count} of \${list}\` }`],
  ["compares elements", `${shared}function f() { return list[0] === 1 && list.at(-1)! > 2 ? 1 : 2 }`],
  ["sums by a loop", `${shared}function f() { let sum = 0; for (const x of list) sum += x * 2; return 1 }`],
  [
    "counts by callbacks",
    `${shared}function f() { return list.filter((x) => x > 1).map((x) => x * 2).some((x) => x === 4) }`,
  ],
  ["serialises", `${shared}function f() { return JSON.stringify({ list, count }) }`],
  ["logs", `${shared}function f() { console.log(list, count) }`],
  [
    "passes to one that only reads",
    `${shared}function sum(x: number[]) { return x.reduce((a, b) => a + b, 0) } function f() { return sum(list) > 1 }`,
  ],
  [
    "makes records of constants",
    `${shared}const names = ["a"]; function f() { return names.map((name) => ({ name })) }`,
  ],
  [
    "finds a row of a table",
    `${shared}const rows = [{ id: 1, n: 2 }]; function f(id: number) { for (const row of rows) if (row.id === id) return row.n }`,
  ],
  [
    "reads entries",
    `${shared}const prices = { a: 1 }; function f() { for (const [name, price] of Object.entries(prices)) if (price > 1) return name }`,
  ],
  ["calls static methods", `${shared}class A { static make() { return new A() } } function f() { return A.make() }`],
  ["reads through a local alias", `${shared}function f() { const l = list, { length } = l; return l.length + 1 }`],
  [
    "looks up in a table",
    `${shared}const table = { a: 1, b: 2 } as Record<string, number>; function f(k: string) { return table[k] }`,
  ],
  [
    "looks up in a nested table",
    `${shared}const table = [{ name: "a" }]; function f(i: number) { return table[i]?.name }`,
  ],
  [
    "looks up in a computed table",
    `${shared}const table: number[] = []; for (let i = 0; i < 9; i++) table[i] = i * i; function f(i: number) { return table[i] }`,
  ],
  ["returns a constant", `${shared}const limit = 5; function f() { return limit }`],
  ["returns a frozen list", `${shared}const names = ["a"] as const; function f() { return names }`],
  ["uses an enum", `${shared}enum E { A } function f() { return E.A }`],
  ["writes a local State", `${shared}function f(history: string[]) { history.push("a"); return history }`],
  ["uses a generic built-in", `${shared}function f(x: string) { return new Map([[x, 1]]).get(x) }`],
  [
    "uses a model that a function makes",
    `${shared}class M { n = 0; run(x: number) { return ++this.n * x } } const m = await load(); async function load() { await 1; return new M() } function f(x: number) { return m.run(x) }`,
  ],
  [
    "uses a closure of the worker's own",
    `${shared}const next = make(); function make() { let n = 0; return () => ++n } function f() { return next() }`,
  ],
  [
    "keeps things in gr.local",
    `${api}${shared}const cache = gr.local(new Map<string, number>()); function f(k: string) { cache.set(k, 1); return cache }`,
  ],
  ["is there when nothing is shared", "const table = new Map([[1, 2]]); function f(x: any) { return table }"],
  ["is a class's user when nothing is shared", "class A { n = 0 } function f() { return new A() }"],
];

describe("finds that a function may change shared state when it", () => {
  test.each(writers)("%s", (_, source) => {
    expect(writesOf(source, "f")).toBe(true);
  });
});

describe("finds that a function can't when it", () => {
  test.each(readers)("%s", (_, source) => {
    expect(writesOf(source, "f")).toBe(false);
  });
});

describe("of functions that only the host calls, finds that", () => {
  test("returning a container is harmless", () => {
    const source = `${api}${shared}function f() { return list }\nexport default gr.Interface({ fn: f, outputs: gr.JSON({ value: () => list }) })`;
    expect(writesOf(source, "f")).toBe(false);
    expect(writesOf(source, "value")).toBe(false);
  });
  test("it is not when other code calls them too", () => {
    const source = `${api}${shared}function f() { return list }\nf().push(1)\nexport default gr.Interface({ fn: f })`;
    expect(writesOf(source, "f")).toBe(true);
  });
  test("a captured alias counts as shared", () => {
    const source = `${api}${shared}function make(l: number[]) { return gr.Interface({ fn: () => l.push(1) }) }\nexport default make(list)`;
    expect(writesOf(source, "fn")).toBe(true);
  });
});

test("knows functions with names that are declared where gr.Blocks calls", () => {
  const source = `${api}${shared}export default gr.Blocks(() => {
    function f(x: number) { return x + 1 }
    const g = (x: number) => list.push(x);
    gr.Row(() => { gr.Button().click({ fn: h }); async function h() { return list.length } });
  })`;
  expect(writesOf(source, "f")).toBe(false);
  expect(writesOf(source, "g")).toBe(true);
  expect(writesOf(source, "h")).toBe(false);
});

test("says why, with the line", () => {
  const why = (source: string) => compiled(source).functions.find(({ name }) => name === "f")?.why;
  expect(why("let n = 0\nfunction f() {\n  n++\n}")).toBe("because it assigns to n on line 3");
  expect(why("const l = [1]\nfunction f() {\n  l.push(2)\n}")).toBe("because it changes l on line 3");
  expect(why("const l = [1]\nfunction f(g: any) {\n  g(l)\n}")).toBe(
    "because what it does with l on line 3 may change it",
  );
  expect(why("let n = 0\nfunction g() { n++ }\nfunction f() { return n + 1 }")).toBe("because it only reads n");
  expect(why("let n = 0\nfunction g() { n++ }\nfunction f() {}")).toBe("because it uses no shared variable");
  expect(why("function f() {}")).toBe("because there is no shared variable that it could change");
});

function writesOf(source: string, name: string): boolean | undefined {
  return compiled(source).functions.find((info) => info.name === name)?.writes;
}
