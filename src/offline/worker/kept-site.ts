// One version of the site in the browser's cache, file by file, each checked against the build's own list. Versions have
// caches of their own, so that a tab of an older one finds its parts as long as it lives.

import type { Site } from "../site.ts";

export interface KeptSite {
  /** Fetches what is missing. Rejects if a file cannot be had as the build made it; what came by then stays. */
  keep(): Promise<void>;
  /**
   * A kept file; of this version, or else, if its name says which contents it has, of any. Where the cache cannot be read
   * there is none, so that the server is asked.
   */
  find(path: string): Promise<Response | undefined>;
  /** The page itself: of the version that was chosen, or else of this one. */
  findPage(): Promise<Response | undefined>;
  /** Has pages be of this version, whichever version's worker finds them. */
  choose(): Promise<void>;
  /**
   * Lets it count no more that another version was chosen. That this one was still does: the worker before it may have been
   * asked for a page before it was replaced, and look after.
   */
  forgetOtherChoices(): Promise<void>;
  /** Versions besides this one that something is kept of. */
  others(): Promise<readonly string[]>;
  drop(version: string): Promise<void>;
}

export interface KeptSiteOptions {
  readonly site: Site;
  /** Address of the site's folder. */
  readonly scope: string;
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
}

export function createKeptSite({ site, scope, caches, fetch }: KeptSiteOptions): KeptSite {
  // One origin may serve several sites, at different paths.
  const prefix = `interstate ${new URL(scope).pathname} `;
  const nameOf = (version: string) => prefix + version;
  const addressOf = (path: string) => new URL(path, scope).href;
  /** In the cache of a version: it was chosen. No file has the name. */
  const choice = addressOf("chosen");

  async function others(): Promise<readonly string[]> {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    return names.map((name) => name.slice(prefix.length)).filter((version) => version !== site.version);
  }

  async function findElsewhere(path: string): Promise<Response | undefined> {
    if (!isNamedByContents(path)) return undefined;
    for (const version of await others()) {
      const found = await (await caches.open(nameOf(version))).match(addressOf(path), { ignoreVary: true });
      if (found) return found;
    }
    return undefined;
  }

  async function forgetChoice(versions: readonly string[]): Promise<void> {
    for (const version of versions) await (await caches.open(nameOf(version))).delete(choice);
  }

  async function findChosenPage(): Promise<Response | undefined> {
    for (const version of await others()) {
      const cache = await caches.open(nameOf(version));
      if (await cache.match(choice)) return cache.match(addressOf(""), { ignoreVary: true });
    }
    return undefined;
  }

  async function find(path: string): Promise<Response | undefined> {
    try {
      const cache = await caches.open(nameOf(site.version));
      return (await cache.match(addressOf(path), { ignoreVary: true })) ?? (await findElsewhere(path));
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }

  async function load(path: string, integrity: string): Promise<Response> {
    // Whatever is between here and the host may hold an older file of the name.
    const answer = await fetch(addressOf(path), {
      priority: "low",
      ...(integrity ? { integrity } : {}),
      ...(isNamedByContents(path) ? {} : { cache: "no-cache" }),
    });
    if (!answer.ok) throw new Error(`${path || "index.html"} was answered with ${answer.status}.`);
    if (integrity) return answer;
    const text = await answer.text();
    if (!text.includes(site.version)) throw new Error("index.html is of another version.");
    // Made anew: a response that was redirected to cannot answer a navigation.
    return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
  }

  return {
    async keep() {
      const cache = await caches.open(nameOf(site.version));
      const kept = new Set((await cache.keys()).map((request) => request.url));
      const missing = Object.entries(site.files).filter(([path]) => !kept.has(addressOf(path)));
      const outcomes = await Promise.allSettled(
        missing.map(async ([path, integrity]) => {
          const found = await findElsewhere(path).catch(() => undefined);
          await cache.put(addressOf(path), found ?? (await load(path, integrity)));
        }),
      );
      for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    },
    find,
    findPage: async () => (await findChosenPage().catch(() => undefined)) ?? find(""),
    async choose() {
      const cache = await caches.open(nameOf(site.version));
      await cache.put(choice, new Response());
      await forgetChoice(await others());
    },
    forgetOtherChoices: async () => forgetChoice(await others()),
    others,
    drop: async (version) => void (await caches.delete(nameOf(version))),
  };
}

/** Whether a page at this address is the site's; the folders in it may be other people's, and a file is no page. */
export function isPageOf(scope: string, address: string): boolean {
  const page = address.replace(/[?#].*$/s, "");
  return page === scope || page === `${scope}index.html`;
}

/** What the build puts there carries a hash of its contents in its name. */
export function isNamedByContents(path: string): boolean {
  return path.startsWith("assets/");
}
