// From a frame with an app in it to a port that leads there. The frame says when it listens; nothing is sent to anybody but
// the site that was asked for.

import { embeddingVersion, type FromFrame, type ToFrame } from "../protocol/embedding.ts";

export interface Frame {
  readonly element: HTMLIFrameElement;
  /** Of the site that is to be in it. */
  readonly origin: string;
}

export interface Connection {
  readonly port: MessagePort;
  /** Settles when the app in the frame has been loaded again: nobody is at the other end of the port any more. */
  readonly left: Promise<void>;
  end(): void;
}

/** Rejects with words if nobody answers. */
export function connectFrame(
  { element, origin }: Frame,
  as: "view" | "client",
  timeoutMs: number,
): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    let leave: (() => void) | null = null;
    let connected = "";
    const timeout = setTimeout(() => {
      ended.abort();
      reject(new Error(`No app answered at ${origin} within ${timeoutMs / 1000} s. Is the address right?`));
    }, timeoutMs);

    const connect = ({ version, page }: FromFrame): void => {
      clearTimeout(timeout);
      connected = page;
      if (version !== embeddingVersion) {
        ended.abort();
        const words = "The site is of another version than this script. Load interstate.js from the site itself.";
        return reject(new Error(words));
      }
      const { port1, port2 } = new MessageChannel();
      const left = new Promise<void>((resolveLeft) => (leave = resolveLeft));
      const message: ToFrame = { interstate: "connect", version: embeddingVersion, as };
      element.contentWindow?.postMessage(message, origin, [port2]);
      const end = (): void => {
        ended.abort();
        port1.close();
      };
      resolve({ port: port1, left, end });
    };

    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.source === null || event.source !== element.contentWindow || event.origin !== origin) return;
      if (!isHere(event.data)) return;
      if (leave === null) return connect(event.data);
      // The answer to somebody else's hello.
      if (event.data.page === connected) return;
      ended.abort();
      leave();
    };
    addEventListener("message", onMessage, { signal: ended.signal });
    // If it listens already it has said so before anybody heard it.
    const hello: ToFrame = { interstate: "hello" };
    element.contentWindow?.postMessage(hello, "*");
  });
}

function isHere(data: unknown): data is FromFrame {
  if (typeof data !== "object" || data === null) return false;
  const { interstate, version, page } = data as Partial<Record<keyof FromFrame, unknown>>;
  return interstate === "here" && typeof version === "number" && typeof page === "string";
}
