import { expect, test } from "vitest";
import { fetchDeclarations } from "./declarations.ts";
import { createFakeCdn } from "./fake-cdn.ts";

const ts = (text: string) => ({ text, type: "application/typescript; charset=utf-8" });

async function declarationsOf(files: Readonly<Record<string, string>>, specifier = "npm:a@^1/sub.js") {
  const cdn = createFakeCdn(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, ts(text)])));
  const { signal } = new AbortController();
  const found = await fetchDeclarations(specifier, "https://esm.sh/a@1.0.0/index.d.ts", cdn.fetch, signal);
  return { cdn, files: new Map(found.map(({ path, text }) => [path, text])), signal };
}

test("declarations come with all that they name, under names that mean the same everywhere", async () => {
  const { files } = await declarationsOf({
    "/a@1.0.0/index.d.ts": `import type { B } from './b.d.ts';
export * from "https://esm.sh/c@2.0.0/index.d.ts";
export declare const d: import("../a@1.0.0/d.d.mts").D & B;
declare module "./b.d.ts" { interface B { more: 1 } }`,
    "/a@1.0.0/b.d.ts": 'import type { D } from "./d.d.mts"; export interface B { d: D }',
    "/a@1.0.0/d.d.mts": "export type D = 1;",
    "/c@2.0.0/index.d.ts": "export type C = 2;",
  });
  const [b, c, d] = [
    "a.64.1.46.0.46.0.47.b.46.d.46.ts",
    "c.64.2.46.0.46.0.47.index.46.d.46.ts",
    "a.64.1.46.0.46.0.47.d.46.d.46.mts",
  ];
  expect(files.get("npm-imports/a@^1/sub.js.d.ts")).toBe(`import type { B } from 'npm-files/${b}';
export * from "npm-files/${c}";
export declare const d: import("npm-files/${d}").D & B;
declare module "npm-files/${b}" { interface B { more: 1 } }`);
  expect(files.get(`npm-files/${b}.d.ts`)).toBe(`import type { D } from "npm-files/${d}"; export interface B { d: D }`);
  expect(files.get(`npm-files/${d}.d.ts`)).toBe("export type D = 1;");
  expect(files.has(`npm-files/${c}.d.ts`)).toBe(true);
});

test("what is missing, of another host, or of Node.js is left as it is named", async () => {
  const text = `import "./gone.d.ts"; import "https://evil.example/x.d.ts"; import "node:fs"; import "bare";
import "https://esm.sh/@types/node@20.0.0/index.d.ts"; export {};`;
  const { cdn, files } = await declarationsOf({ "/a@1.0.0/index.d.ts": text });
  expect(files.get("npm-imports/a@^1/sub.js.d.ts")).toBe(text);
  expect(cdn.asked).toEqual(["/a@1.0.0/index.d.ts", "/a@1.0.0/gone.d.ts"]);
});

test("a script that declares globals, a page and nothing at all are no declarations", async () => {
  expect((await declarationsOf({ "/a@1.0.0/index.d.ts": "declare const a: 1;" })).files.size).toBe(0);
  expect((await declarationsOf({})).files.size).toBe(0);
});

test("declarations that name ever more of them end somewhere", async () => {
  const { cdn, signal } = await declarationsOf({});
  const asked: string[] = [];
  const fetch: typeof cdn.fetch = async (url) => {
    asked.push(url);
    return new Response(`export * from "./${asked.length}.d.ts"`, { headers: { "content-type": "text/plain" } });
  };
  const found = await fetchDeclarations("npm:a", "https://esm.sh/a@1.0.0/index.d.ts", fetch, signal);
  expect(asked).toHaveLength(80);
  expect(found).toHaveLength(81);
});
