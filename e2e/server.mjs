// Serves the built site as a plain static host does, under any path. Nothing is rewritten, and nothing is cached.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { delayAnswer } from "./slow.mjs";

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
 * @param {{ bases?: string[], directory?: string, onRequest?: (path: string) => void, hold?: (path: string) => Promise<void> | undefined }} [options]
 *   `bases` are the paths under which the site stands, each with a slash at both ends; `onRequest` is told of every
 *   request, answered or not; `hold` says what an answer waits for.
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve({
  bases = ["/"],
  directory = "../dist",
  onRequest = () => {},
  hold = () => undefined,
} = {}) {
  const root = fileURLToPath(new URL(directory, import.meta.url));
  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url ?? "/", "http://host");
    onRequest(path);
    void answer(path, response);
  });
  server.on("upgrade", (request, socket) => {
    onRequest(new URL(request.url ?? "/", "http://host").pathname);
    acceptSocket(request, socket);
  });

  /** @param {string} path @param {import("node:http").ServerResponse} response */
  async function answer(path, response) {
    const base = bases.find((start) => path.startsWith(start));
    const file = base ? join(root, normalize(`/${path.slice(base.length)}`)) : null;
    await Promise.all([delayAnswer(path), hold(path)]);
    const found = file && (await resolveFile(file));
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const type = /** @type {Record<string, string>} */ (types)[extname(found)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
    createReadStream(found).pipe(response);
  }

  const { origin, close } = await listen(server);
  return { url: `${origin}${bases[0]}`, close };
}

/**
 * Serves somebody else's pages, on an origin of their own.
 * @param {Record<string, string>} pages HTML by path.
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function servePages(pages) {
  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url ?? "/", "http://host");
    const html = pages[path];
    if (html !== undefined) response.writeHead(200, { "content-type": types[".html"] }).end(html);
    // Every browser asks for an icon.
    else response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
  });
  const { origin, close } = await listen(server);
  return { url: `${origin}/`, close };
}

/**
 * @param {import("node:http").Server} server
 * @returns {Promise<{ origin: string, close(): Promise<void> }>}
 */
async function listen(server) {
  // Connections that a WebSocket has taken over are no longer the server's to close.
  /** @type {Set<import("node:stream").Duplex>} */
  const taken = new Set();
  server.on("upgrade", (_, socket) => taken.add(socket));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of taken) socket.destroy();
      }),
  };
}

/**
 * Opens a WebSocket that says nothing (RFC 6455, section 4.2.2).
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:stream").Duplex} socket
 */
function acceptSocket(request, socket) {
  const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash("sha1").update(key).digest("base64");
  const headers = ["Upgrade: websocket", "Connection: Upgrade", `Sec-WebSocket-Accept: ${accept}`];
  socket.on("error", () => socket.destroy());
  socket.write(["HTTP/1.1 101 Switching Protocols", ...headers, "", ""].join("\r\n"));
}

/** @param {string} path */
async function resolveFile(path) {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}
