import { expect, test, vi } from "vitest";
import type { Site } from "../site.ts";
import { createKeptSite, isPageOf, type KeptSite } from "./kept-site.ts";

const scope = "https://host.example/some/path/";

function setup() {
  const stored = new Map<string, Map<string, Response>>();
  const fetched: string[] = [];
  const answers = new Map<string, string>();
  /** What the browser has had before, by path: it answers unless it is told to ask the server. */
  const httpCache = new Map<string, string>();
  const failing = { open: false };
  const caches = {
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    async open(name: string) {
      if (failing.open) throw new DOMException("the disk is gone", "UnknownError");
      const entries = stored.get(name) ?? new Map<string, Response>();
      stored.set(name, entries);
      return {
        keys: async () => Array.from(entries.keys(), (url) => ({ url })),
        match: async (url: string) => entries.get(url)?.clone(),
        put: async (url: string, response: Response) => void entries.set(url, response),
        delete: async (url: string) => entries.delete(url),
      };
    },
  } as unknown as CacheStorage;

  /** As a browser's, a fetch with an integrity fails if something else comes. */
  async function fetch(url: unknown, init?: RequestInit): Promise<Response> {
    const path = String(url).slice(scope.length);
    fetched.push(path);
    const text = (init?.cache === "no-cache" ? undefined : httpCache.get(path)) ?? answers.get(path);
    if (text === undefined) return new Response("Not found", { status: 404 });
    if (init?.integrity && init.integrity !== `hash of ${text}`) throw new TypeError("Failed to fetch");
    return new Response(text);
  }

  function version(name: string, files: Readonly<Record<string, string>>) {
    const integrities = Object.entries(files).map(([path, text]) => [path, `hash of ${text}`]);
    const site: Site = { version: name, files: { "": "", ...Object.fromEntries(integrities) } };
    return createKeptSite({ site, scope, caches, fetch });
  }

  function serve(name: string, files: Readonly<Record<string, string>>): void {
    answers.clear();
    for (const [path, text] of Object.entries(files)) answers.set(path, text);
    answers.set("", `<meta name="version" content="${name}">`);
  }

  async function keptVersion(name: string): Promise<KeptSite> {
    const files = { [`assets/${name}.js`]: name };
    serve(name, files);
    const kept = version(name, files);
    await kept.keep();
    return kept;
  }

  return { version, keptVersion, serve, fetched, stored, httpCache, failing };
}

test("a version keeps all its files, and fetches only what is missing", async () => {
  const { version, serve, fetched } = setup();
  const files = { "assets/a-1.js": "a", "assets/b-1.js": "b" };
  const kept = version("one", files);
  serve("one", { "assets/a-1.js": "a" });
  await expect(kept.keep()).rejects.toThrow("assets/b-1.js was answered with 404.");
  serve("one", files);
  fetched.length = 0;
  await kept.keep();
  expect(fetched).toEqual(["assets/b-1.js"]);
  expect(await (await kept.find("assets/b-1.js"))?.text()).toBe("b");
  expect(await (await kept.find(""))?.text()).toContain('content="one"');
});

test("a page that stands in for a file, as of a network that wants a login, is refused", async () => {
  const { version, serve } = setup();
  const kept = version("one", { "assets/a-1.js": "a" });
  serve("one", { "assets/a-1.js": "<html>" });
  await expect(kept.keep()).rejects.toThrow("Failed to fetch");
  expect(await kept.find("assets/a-1.js")).toBeUndefined();
});

test("an index.html of another version is refused: the host has changed meanwhile", async () => {
  const { version, serve } = setup();
  serve("two", {});
  await expect(version("one", {}).keep()).rejects.toThrow("index.html is of another version.");
});

test("a newer version takes over what has not changed, and answers for the parts of the older one", async () => {
  const { version, serve, fetched } = setup();
  const [older, newer] = [
    { "assets/same-1.js": "same", "assets/old-1.js": "old", "icon.svg": "old icon" },
    { "assets/same-1.js": "same", "assets/new-1.js": "new", "icon.svg": "new icon" },
  ];
  serve("one", older);
  await version("one", older).keep();
  serve("two", newer);
  fetched.length = 0;
  const kept = version("two", newer);
  await kept.keep();
  expect(fetched.toSorted()).toEqual(["", "assets/new-1.js", "icon.svg"]);
  expect(await (await kept.find("assets/old-1.js"))?.text()).toBe("old");
  // Its name does not say which contents it has.
  expect(await (await kept.find("icon.svg"))?.text()).toBe("new icon");
  expect(await kept.others()).toEqual(["one"]);
  await kept.drop("one");
  expect(await kept.find("assets/old-1.js")).toBeUndefined();
  expect(await kept.others()).toEqual([]);
});

test("the page is of the version that was chosen last, whichever version's worker finds it, until the choice counts no more", async () => {
  const { keptVersion, failing } = setup();
  const one = await keptVersion("one");
  const two = await keptVersion("two");
  const pageOf = async (kept: KeptSite) => /content="(\w+)"/.exec((await (await kept.findPage())?.text()) ?? "")?.[1];
  expect(await pageOf(one)).toBe("one");
  await two.choose();
  expect(await pageOf(one)).toBe("two");
  expect(await (await one.find("assets/two.js"))?.text()).toBe("two");
  const three = await keptVersion("three");
  expect(await pageOf(one)).toBe("two");
  await three.choose();
  expect(await pageOf(one)).toBe("three");
  expect(await pageOf(two)).toBe("three");
  // The worker before, which was asked while this one took its place, still looks for the choice.
  await three.forgetOtherChoices();
  expect(await pageOf(one)).toBe("three");
  await two.forgetOtherChoices();
  expect(await pageOf(one)).toBe("one");
  expect(await pageOf(three)).toBe("three");
  failing.open = true;
  await expect(two.choose()).rejects.toThrow("the disk is gone");
});

test("a file whose name says nothing of its contents is asked for anew: an older one may be in the browser's cache", async () => {
  const { version, serve, httpCache, fetched } = setup();
  const files = { "assets/a-1.js": "a", "icon.svg": "new icon" };
  httpCache.set("icon.svg", "old icon");
  httpCache.set("assets/a-1.js", "a");
  httpCache.set("", `<meta name="version" content="older">`);
  serve("one", files);
  const kept = version("one", files);
  await kept.keep();
  expect(await (await kept.find("icon.svg"))?.text()).toBe("new icon");
  expect(fetched.toSorted()).toEqual(["", "assets/a-1.js", "icon.svg"]);
});

test("where the cache cannot be read nothing is kept, so that the server is asked", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const { version, serve, failing } = setup();
  const files = { "assets/a-1.js": "a" };
  serve("one", files);
  const kept = version("one", files);
  await kept.keep();
  failing.open = true;
  expect(await kept.find("assets/a-1.js")).toBeUndefined();
  failing.open = false;
  expect(await (await kept.find("assets/a-1.js"))?.text()).toBe("a");
});

test.each([
  ["", true],
  ["index.html", true],
  ["?theme=dark#src=x/y", true],
  ["#code=a?b", true],
  ["other/", false],
  ["other/index.html", false],
  ["icon.svg", false],
])("whether %o in its folder is a page of the site: %o", (path, isPage) => {
  expect(isPageOf(scope, scope + path)).toBe(isPage);
});

test("sites at other paths of the origin are none of its business", async () => {
  const { version, serve, stored } = setup();
  stored.set("interstate /some/ one", new Map());
  stored.set("theirs", new Map());
  serve("one", {});
  const kept = version("one", {});
  await kept.keep();
  expect(await kept.others()).toEqual([]);
});
