// For tests: a CDN in memory, in the shape of the real one's answers.

import { cdnOrigin } from "./cdn.ts";
import type { Fetch } from "./fetch-file.ts";

export type Answer =
  string | { readonly status?: number; readonly type?: string; readonly text?: string; readonly types?: string };

export function createFakeCdn(first: Readonly<Record<string, Answer>> = {}) {
  /** By path and query. */
  const answers = new Map(Object.entries(first));
  const asked: string[] = [];
  const cdn = {
    isUp: true,
    answers,
    asked,
    /** A package in one file, under each of these ranges. */
    publish(name: string, version: string, text: string, ranges: readonly string[] = [], path = "") {
      const file = `/${name}@${version}/es2022${path || `/${name}`}.bundle.mjs`;
      const entry = `/* esm.sh - ${name}@${version} */\nexport * from "${file}";\n`;
      for (const range of ["", ...ranges, version]) answers.set(address(name, range, path), entry);
      answers.set(file, text);
      return file;
    },
    fetch: (async (url, { signal }) => {
      signal?.throwIfAborted();
      const where = url.slice(cdnOrigin.length);
      asked.push(where);
      if (!cdn.isUp) throw new TypeError("Failed to fetch");
      const answer = answers.get(where);
      const {
        status = 200,
        type = "application/javascript; charset=utf-8",
        text = "",
        types,
      } = typeof answer === "string" ? { text: answer } : (answer ?? { status: 404, type: "text/html" });
      const headers = { "content-type": type, ...(types === undefined ? {} : { "x-typescript-types": types }) };
      const response = new Response(text, { status, headers });
      Object.defineProperty(response, "url", { value: url, configurable: true });
      return response;
    }) satisfies Fetch as Fetch,
  };
  return cdn;
}

export function address(name: string, range: string, path = ""): string {
  return `/${name}${range === "" ? "" : `@${encodeURIComponent(range)}`}${path}?target=es2022&bundle`;
}
