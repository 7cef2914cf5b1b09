import { expect, test } from "vitest";
import { createDeferred } from "../base/deferred.ts";
import type { PackageUse } from "../protocol/package-code.ts";
import { createMemoryStore } from "../storage/memory-store.ts";
import { address, type Answer, createFakeCdn } from "./fake-cdn.ts";
import { packageLimits } from "./package-failure.ts";
import { createPackageStore } from "./package-store.ts";
import { createPackages } from "./packages.ts";

const range = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const use = (specifier: string): PackageUse => ({ specifier, clauses: [], names: [], range });

/** A browser, and the CDN that it reaches. */
function setup(answers: Parameters<typeof createFakeCdn>[0] = {}) {
  const cdn = createFakeCdn(answers);
  const store = createMemoryStore();
  const fetched: string[] = [];
  /** A page that opens a playground: what was kept in memory by the one before is gone. */
  async function open(specifiers: string | readonly string[], room = "a", from: string | null = null) {
    const packages = createPackages(createPackageStore(store), cdn.fetch);
    const { signal } = new AbortController();
    const onFetch = (specifier: string) => void fetched.push(specifier);
    const request = { uses: [specifiers].flat().map(use), room, from, signal, onFetch };
    const result = await packages.get(request);
    return {
      texts: result.ok ? result.value.code.files.map(({ text }) => text) : [],
      code: result.ok ? result.value.code : null,
      used: result.ok ? result.value.used : [],
      problems: result.ok ? [] : result.error.map(({ use: { specifier }, kind }) => `${specifier}: ${kind}`),
      messages: result.ok ? "" : result.error.map(({ message }) => message).join("\n"),
      accept: () => packages.renew({ room, from }, [specifiers].flat()),
      declarations: (specifier: string) => packages.declarations(specifier, { room, from, signal }),
    };
  }
  async function forget() {
    const found = await store.range(["package-file", ""], ["package-file", "\uffff"]);
    await store.transact({ keys: [] }, () => ({ deletes: found.map(([key]) => key), result: null }));
  }
  return { cdn, store, fetched, open, forget };
}

test("a package comes with all that it imports, each file after those that it imports", async () => {
  const { cdn, open } = setup();
  cdn.publish("a", "1.2.3", 'import { b } from "/b@2?target=es2022";import "./deep/c.mjs";export default b');
  cdn.answers.set("/b@2?target=es2022", "export const b = 1");
  cdn.answers.set("/a@1.2.3/es2022/deep/c.mjs", 'import "/b@2?target=es2022"');
  const { code } = await open("npm:a@1.2.3");
  expect(code?.files.map(({ name, links }) => [name, links.map(({ file }) => file)])).toEqual([
    ["b@2", []],
    ["a@1.2.3/es2022/deep/c.mjs", [0]],
    ["a@1.2.3/es2022/a.bundle.mjs", [0, 1]],
    ["a@1.2.3", [2]],
  ]);
  expect(code?.entries).toEqual([{ specifier: "npm:a@1.2.3", file: 3 }]);
});

test("what two packages share is one file", async () => {
  const { cdn, open } = setup();
  for (const name of ["a", "b"]) cdn.publish(name, "1.0.0", 'import "/shared@1.0.0/x.mjs"');
  cdn.answers.set("/shared@1.0.0/x.mjs", "export {}");
  const { code } = await open(["npm:a@1.0.0", "npm:b@1.0.0"]);
  expect(code?.files.filter(({ name }) => name.startsWith("shared"))).toHaveLength(1);
  expect(code?.files).toHaveLength(5);
});

test("a range is one version from its first use on, also where a draft is made of it", async () => {
  const { cdn, open, forget } = setup();
  cdn.publish("a", "1.2.3", "export const version = 123", ["^1"]);
  const first = await open("npm:a@^1");
  cdn.publish("a", "1.9.0", "export const version = 190", ["^1"]);
  expect((await open("npm:a@^1")).texts).toEqual(first.texts);
  expect((await open("npm:a@^1", "draft", "a")).texts).toEqual(first.texts);
  // Fetched again, it is that version that is asked for.
  await forget();
  expect((await open("npm:a@^1")).texts).toEqual(first.texts);
  expect((await open("npm:a@^1", "other")).texts.join()).toContain("190");
});

test("what is kept is not asked for again, and is there without a network", async () => {
  const { cdn, open, fetched } = setup();
  cdn.publish("@scope/a", "1.2.3", "export const a = 1");
  const { texts } = await open("npm:@scope/a");
  expect(fetched).toContain("npm:@scope/a");
  cdn.asked.length = 0;
  fetched.length = 0;
  cdn.isUp = false;
  expect((await open("npm:@scope/a")).texts).toEqual(texts);
  expect(cdn.asked).toEqual([]);
  expect(fetched).toEqual([]);
  // Another playground that imports the same.
  expect((await open("npm:@scope/a", "other")).texts).toEqual(texts);
  const missing = await open("npm:@scope/a@2", "other");
  expect(missing.problems).toEqual(["npm:@scope/a@2: unreachable"]);
  expect(missing.messages).toMatch(/does not answer, and this browser has not kept the package/);
});

test("another file than the one that was used first is refused, until it is accepted", async () => {
  const { cdn, open, forget } = setup();
  const file = cdn.publish("a", "1.2.3", "export const a = 1");
  await open("npm:a@1.2.3");
  await forget();
  cdn.answers.set(file, "export const a = 'evil'");
  const refused = await open("npm:a@1.2.3");
  expect(refused.problems).toEqual(["npm:a@1.2.3: changed"]);
  expect(refused.messages).toMatch(/not what it sent when this playground first used it/);
  // It stays refused.
  const again = await open("npm:a@1.2.3");
  expect(again.problems).toEqual(["npm:a@1.2.3: changed"]);
  await again.accept();
  expect((await open("npm:a@1.2.3")).texts).toContain("export const a = 'evil'");
});

test("one package that is missing is said, and the others are remembered all the same", async () => {
  const { cdn, open } = setup();
  cdn.publish("a", "1.2.3", "export const a = 1");
  expect((await open(["npm:a", "npm:nothing", "npm:none@7"])).problems).toEqual([
    "npm:nothing: missing",
    "npm:none@7: missing",
  ]);
  cdn.isUp = false;
  expect((await open("npm:a")).problems).toEqual([]);
});

const html = { type: "text/html", text: "<!doctype html><title>Log in</title>" };
const failures: [what: string, answer: Answer, kind: string, words: RegExp][] = [
  ["a page", html, "page", /A web page came/],
  ["a page that is called JavaScript", "<!doctype html>", "page", /A web page came/],
  ["a text", { type: "text/plain", text: "hm" }, "no-code", /no JavaScript/],
  ["what does not parse", "export const = 1", "no-code", /no JavaScript/],
  ["an error", { status: 500, text: "oh" }, "refused", /the error 500/],
  ["too many requests", { status: 429 }, "refused", /the error 429/],
  ["nothing of that name", { status: 404 }, "missing", /Check the name, the version/],
  ["too much", "a".repeat(packageLimits.bytes + 1), "too-large", /too large/],
  ["what imports of Node.js", 'import "node:fs"', "needs-node", /it imports "node:fs"/],
  ["what imports of Node.js by its old name", 'import "fs/promises"', "needs-node", /it imports "fs\/promises"/],
  ["what imports a bare name", 'import "left-pad"', "incomplete", /imports "left-pad"/],
  ["what imports from elsewhere", 'import "https://evil.example/x.js"', "elsewhere", /from evil\.example/],
  ["what imports a blob", 'import "blob:https://esm.sh/1"', "elsewhere", /only/],
  ["what imports data", 'import "data:text/javascript,1"', "elsewhere", /only/],
  ["what imports itself", 'import "/a@1.0.0?target=es2022&bundle"', "circle", /in a circle/],
];

test.each(failures)("%s is answered with words", async (_, answer, kind, words) => {
  const { open } = setup({ [address("a", "1.0.0")]: answer });
  const { problems, messages } = await open("npm:a@1.0.0");
  expect(problems).toEqual([`npm:a@1.0.0: ${kind}`]);
  expect(messages).toMatch(words);
});

test("a package with more files than there may be is refused, without asking for all of them", async () => {
  const { cdn, open } = setup();
  cdn.fetch = async (url) => {
    cdn.asked.push(url);
    const next = cdn.asked.length;
    const response = new Response(`import "/x/${next}.mjs";import "/y/${next}.mjs"`, {
      headers: { "content-type": "text/javascript" },
    });
    Object.defineProperty(response, "url", { value: url });
    return response;
  };
  expect((await open("npm:a@1.0.0")).problems).toEqual(["npm:a@1.0.0: too-large"]);
  expect(cdn.asked.length).toBeLessThanOrEqual(2 * packageLimits.files);
});

test("what only import() names may be missing, or of Node.js; what is there is linked", async () => {
  const { cdn, open } = setup();
  const text =
    'import("node:crypto").catch(() => 0);import("/gone.mjs");import("./there.mjs");import("/bad.mjs");import(x)';
  const at = text.indexOf('"./there.mjs"');
  const file = cdn.publish("a", "1.0.0", text);
  cdn.answers.set(file.replace("a.bundle", "there"), "export {}");
  cdn.answers.set("/bad.mjs", 'import "node:fs"');
  for (let visit = 0; visit < 2; visit++) {
    const { code, problems } = await open("npm:a@1.0.0");
    expect(problems).toEqual([]);
    expect(code?.files.find((each) => each.text === text)?.links).toEqual([{ start: at, end: at + 13, file: 0 }]);
  }
});

test("a redirect to another host is not followed any further than that", async () => {
  const { cdn, open } = setup();
  const { fetch } = cdn;
  cdn.fetch = async (url, init) => {
    const response = await fetch(url, init);
    Object.defineProperty(response, "url", { value: "https://evil.example/a.js" });
    return response;
  };
  cdn.publish("a", "1.0.0", "export {}");
  expect((await open("npm:a@1.0.0")).problems).toEqual(["npm:a@1.0.0: elsewhere"]);
});

test("nothing of the person goes along with what is asked", async () => {
  const { cdn, open } = setup();
  const inits: RequestInit[] = [];
  const { fetch } = cdn;
  cdn.fetch = (url, init) => {
    inits.push(init);
    return fetch(url, init);
  };
  cdn.publish("a", "1.0.0", "export {}");
  await open("npm:a@1.0.0");
  expect(inits.length).toBeGreaterThan(0);
  for (const init of inits) expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
});

test("Stop ends what is asked", async () => {
  const { store } = setup();
  const asked = createDeferred<void>();
  const packages = createPackages(createPackageStore(store), (_, { signal }) => {
    asked.resolve();
    return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error)));
  });
  const controller = new AbortController();
  const { signal } = controller;
  const getting = packages.get({ uses: [use("npm:a")], room: "r", from: null, signal, onFetch: () => undefined });
  await asked.promise;
  controller.abort();
  await expect(getting).rejects.toBe(controller.signal.reason);
});

test("what is stored by something else counts as nothing", async () => {
  const { cdn, store, open } = setup();
  cdn.publish("a", "1.0.0", "export const a = 1");
  const puts = [
    [
      ["packages", "a"],
      [["npm:a", { entry: 1 }], 7, null],
    ],
    [["package-used", "npm:a"], "x"],
    [["package-files"], [["x"], 3]],
  ] as const;
  await store.transact({ keys: [] }, () => ({ puts: puts.map(([key, value]) => [[...key], value]), result: null }));
  expect((await open("npm:a")).problems).toEqual([]);
});

test("the version that is used can be written into the code", async () => {
  const { cdn, open } = setup();
  cdn.publish("@s/a", "1.2.3", "export {}", ["^1"], "/x.js");
  cdn.answers.set(address("mute", "7"), "export {}");
  const { used } = await open(["npm:@s/a/x.js", "npm:@s/a@^1/x.js", "npm:@s/a@1.2.3/x.js", "npm:mute@7"]);
  expect(used.map(({ version, pinned }) => [version, pinned])).toEqual([
    ["1.2.3", "npm:@s/a@1.2.3/x.js"],
    ["1.2.3", "npm:@s/a@1.2.3/x.js"],
    ["1.2.3", null],
    [null, null],
  ]);
});

test("the newest version that a range may be is used once somebody asks for it", async () => {
  const { cdn, open } = setup();
  cdn.publish("a", "1.2.3", "export const version = 123", ["^1"]);
  const first = await open("npm:a@^1");
  cdn.publish("a", "1.9.0", "export const version = 190", ["^1"]);
  await first.accept();
  expect((await open("npm:a@^1")).used).toMatchObject([{ version: "1.9.0" }]);
});

test("what TypeScript can be told of a package is kept, too", async () => {
  const { cdn, open } = setup();
  cdn.answers.set(address("a", "1.0.0"), { text: "export {}", types: "/a@1.0.0/index.d.ts" });
  cdn.answers.set(address("bare", "1.0.0"), "export {}");
  cdn.answers.set("/a@1.0.0/index.d.ts", { text: "export declare const a: 1;", type: "application/typescript" });
  const declarations = await (await open("npm:a@1.0.0")).declarations("npm:a@1.0.0");
  expect(declarations[0]).toEqual({ path: "npm-imports/a@1.0.0.d.ts", text: "export declare const a: 1;" });
  cdn.isUp = false;
  expect(await (await open("npm:a@1.0.0")).declarations("npm:a@1.0.0")).toEqual(declarations);
  cdn.isUp = true;
  expect(await (await open("npm:bare@1.0.0")).declarations("npm:bare@1.0.0")).toEqual([]);
});
