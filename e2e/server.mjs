// Serves the built site as a plain static host does, under any path. Nothing is rewritten, and nothing is cached.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/**
 * @param {{ bases?: string[], directory?: string, onRequest?: (path: string) => void }} [options] `bases`
 *   are the paths under which the site stands, each with a slash at both ends; `onRequest` is told of every request,
 *   answered or not.
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve({ bases = ["/"], directory = "../dist", onRequest = () => {} } = {}) {
  const root = fileURLToPath(new URL(directory, import.meta.url));
  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url ?? "/", "http://host");
    onRequest(path);
    void answer(path, response);
  });

  /** @param {string} path @param {import("node:http").ServerResponse} response */
  async function answer(path, response) {
    const base = bases.find((start) => path.startsWith(start));
    const file = base ? join(root, normalize(`/${path.slice(base.length)}`)) : null;
    const found = file && (await resolveFile(file));
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const type = /** @type {Record<string, string>} */ (types)[extname(found)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
    createReadStream(found).pipe(response);
  }

  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}${bases[0]}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} path */
async function resolveFile(path) {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}
