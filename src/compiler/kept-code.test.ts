import { describe, expect, test } from "vitest";
import { compiled } from "./compile-for-test.ts";

const api = 'import * as gr from "interstate"\n';
const n = "let n = 0; function add() { n++ }\n";
const own = `${n}class Own { a: any; list: any[] = []; keep(x: any) { this.a = x } run() { this.a() } } const own = new Own();\n`;

// Code that writes is kept by one function and run by another, called `f`, which does not name it.
const kept: [what: string, source: string][] = [
  ["a function in an instance", `${own}function g() { own.a = add } function f() { own.a() }`],
  ["a closure in an instance", `${own}function g() { own.a = () => n++ } function f() { own.a() }`],
  ["a function by a pattern", `${own}function g() { [own.a] = [add] } function f() { own.a() }`],
  ["a function by a loop", `${own}function g() { for (own.a of [add]); } function f() { own.a() }`],
  ["a function while loading", `${own}own.a = add; function f() { own.a() }`],
  ["a function by a method", `${own}own.keep(add); function f() { own.run() }`],
  ["a function by Object.assign", `${own}function g() { Object.assign(own, { a: add }) } function f() { own.a() }`],
  ["a getter", `${own}Object.defineProperty(own, "a", { get: add }); function f() { return own.a }`],
  ["a conversion", `${own}function g() { own.a = { valueOf: add } } function f() { return own.a * 2 }`],
  [
    "an iterator",
    `${own}function g() { own.a = { *[Symbol.iterator]() { n++ } } } function f() { return [...own.a].length }`,
  ],
  [
    "an instance",
    `${own}class W { run() { n++ } } function g() { own.list.push(new W()) } function f() { own.list[0].run() }`,
  ],
  [
    "an instance of its own",
    `${own}class W { run() { n++ } } const w = new W(); own.a = w; function f() { own.a.run() }`,
  ],
  ["a bound function", `${own}own.a = add.bind(null); function f() { own.a() }`],
  ["what a function gives back", `${own}const make = () => add; own.a = make(); function f() { own.a() }`],
  ["what wraps it", `${own}const wrap = (h: any) => () => h(); own.a = wrap(add); function f() { own.a() }`],
  ["what map gives back", `${own}own.a = [1].map(() => add)[0]; function f() { own.a() }`],
  [
    "what is taken out of an object",
    `${own}const { a: h } = { a: add }; own.list.push(h); function f() { own.list[0]() }`,
  ],
  ["what a parameter got", `${own}function g(h: any) { own.a = h } g(add); function f() { own.a() }`],
  [
    "a function by a static field",
    `${n}class A { static list: any[] = [] } A.list.push(add); function f() { A.list[0]() }`,
  ],
  [
    "a function by a static method",
    `${n}class A { static l: any[] = []; static on(h: any) { this.l.push(h) } static go() { this.l[0]() } } A.on(add); function f() { A.go() }`,
  ],
  [
    "a function in a function",
    `${n}function k() {} function g() { (k as any).a = add } function f() { (k as any).a() }`,
  ],
  [
    "a function in a closure",
    `${n}const bus = make(); function make() { let h: any; return (x: any) => { if (x) h = x; else h() } } bus(add); function f() { bus(null) }`,
  ],
  [
    "a function in gr.local",
    `${api}${n}const m = gr.local(new Map()); function g() { m.set(1, add) } function f() { m.get(1)() }`,
  ],
  [
    "a function in a private field",
    `${n}class P { #h: any; set(x: any) { this.#h = x } run() { this.#h() } } const p = new P(); p.set(add); function f() { p.run() }`,
  ],
];

describe("finds that a function may change shared state that runs what is kept:", () => {
  test.each(kept)("%s", (_, source) => {
    expect(writesOf(source)).toBe(true);
  });
});

// Code that writes is used, and is not kept where `f` could find it.
const followed: [what: string, source: string][] = [
  ["called", `${own}function g() { add() } function f() { own.a = 1 }`],
  [
    "passed to built-ins",
    `${own}function g() { [1].forEach(add); setTimeout(add); [2].map(() => n++) } function f() { own.a = 1 }`,
  ],
  [
    "passed to a function that calls it",
    `${own}function each(h: any) { h(1) } function g() { each(add) } function f() { own.a = 1 }`,
  ],
  ["held by a variable", `${own}const tools = { add }; function g() { tools.add() } function f() { own.a = 1 }`],
  [
    "an instance in a variable",
    `${own}class W { run() { n++ } } const w = new W(); function g() { w.run() } function f() { own.a = 1 }`,
  ],
  ["handed to the host", `${api}${own}function f() { own.a = 1 }\nexport default gr.Interface({ fn: add })`],
  ["kept where only data is read", `${own}own.a = add; const names = ["a"]; function f() { return names.length }`],
];

describe("finds that a function can't while code that writes is only", () => {
  test.each(followed)("%s", (_, source) => {
    expect(writesOf(source)).toBe(false);
  });
});

function writesOf(source: string): boolean | undefined {
  return compiled(source).functions.find(({ name }) => name === "f")?.writes;
}
