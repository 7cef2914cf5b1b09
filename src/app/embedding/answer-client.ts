// One client at the other end of a port: reads its requests, answers each, and ends its session with it.

import { createDeferred } from "../../base/deferred.ts";
import type { ClientEvent, ClientMessage, ClientRequest } from "../../protocol/embedding.ts";
import { messageOf } from "../playground/call-errors.ts";
import type { ClientSession } from "./client-model.ts";
import { readRequest } from "./read-request.ts";

const maxSubscriptions = 100;

/** How long a client may be busy. */
const answerLimitMs = 3000;

type NumberedRequest = Exclude<ClientRequest, { type: "close" | "pong" | "cancel" }>;

/** The page's end of the port, as far as it is needed. */
export type ClientPort = Pick<MessagePort, "onmessage" | "postMessage" | "close">;

export interface AnsweredClient {
  end(): void;
  /** Ends it if nobody is there any more, which not every browser says. */
  check(): Promise<void>;
}

/** `open` starts the session. `onEnd` hears of its end, whoever ends it. */
export function answerClient(port: ClientPort, open: () => Promise<ClientSession>, onEnd: () => void): AnsweredClient {
  const opening = open();
  /** What "cancel" ends, by request: all that has not been answered, and subscriptions. */
  const underWay = new Map<number, AbortController>();
  let subscriptions = 0;
  /** What waits for a sign of life. */
  let onHeard: () => void = () => undefined;
  let over = false;

  function post(message: ClientMessage): void {
    if (over) return;
    try {
      port.postMessage(message);
    } catch (error) {
      // A value that does not cross, of a component that nobody thought of here.
      console.error(error);
      if ("id" in message) port.postMessage({ type: "failed", id: message.id, message: messageOf(error) });
    }
  }

  async function answer(session: ClientSession, request: NumberedRequest, signal: AbortSignal): Promise<unknown> {
    const { id } = request;
    const onEvent = (event: ClientEvent): void => post({ type: "event", id, event });
    switch (request.type) {
      case "api":
        return session.api();
      case "get":
        return session.read(request.name);
      case "set":
        return session.write(request.name, request.value);
      case "subscribe": {
        if (signal.aborted) return undefined;
        if (subscriptions >= maxSubscriptions) throw new Error(`A client can follow ${maxSubscriptions} variables.`);
        const stop = session.follow(
          request.name,
          (value) => onEvent({ type: "value", value }),
          (message) => {
            post({ type: "failed", id, message });
            underWay.get(id)?.abort();
          },
        );
        subscriptions += 1;
        const leave = (): void => {
          subscriptions -= 1;
          stop();
        };
        signal.addEventListener("abort", leave, { once: true });
        return undefined;
      }
      case "call":
        return session.call(request.endpoint, request.inputs, { signal, onEvent });
    }
  }

  async function take(data: unknown): Promise<void> {
    const read = readRequest(data);
    if (!read.ok) {
      if (read.error.id !== null) post({ type: "failed", id: read.error.id, message: read.error.message });
      return;
    }
    const request = read.value;
    if (request.type === "close") return end();
    if (request.type === "pong") return;
    const { id } = request;
    if (request.type === "cancel") return underWay.get(id)?.abort();
    // Else two answers of one number could be told apart by nobody.
    if (underWay.has(id)) return post({ type: "failed", id, message: "A request of this number is under way." });
    const stopped = new AbortController();
    const { signal } = stopped;
    // Before anything is waited for, so that what comes in the meantime finds it.
    underWay.set(id, stopped);
    let goesOn = false;
    try {
      const session = await opening;
      if (over) return;
      const value = await answer(session, request, signal);
      goesOn = request.type === "subscribe" && !signal.aborted;
      post({ type: "done", id, value });
    } catch (error) {
      post({ type: "failed", id, message: messageOf(error) });
    } finally {
      if (!goesOn) underWay.delete(id);
      else signal.addEventListener("abort", () => underWay.delete(id), { once: true });
    }
  }

  function end(): void {
    if (over) return;
    over = true;
    for (const stopped of underWay.values()) stopped.abort();
    port.onmessage = null;
    port.close();
    opening.then(
      (session) => session.end(),
      () => undefined,
    );
    onEnd();
  }

  async function check(): Promise<void> {
    const { promise, resolve } = createDeferred<boolean>();
    const others = onHeard;
    onHeard = () => {
      others();
      resolve(true);
    };
    const limit = setTimeout(() => resolve(false), answerLimitMs);
    post({ type: "ping" });
    const isThere = await promise;
    clearTimeout(limit);
    if (!isThere) end();
  }

  port.onmessage = ({ data }) => {
    onHeard();
    onHeard = () => undefined;
    void take(data);
  };
  opening.then(
    () => post({ type: "ready" }),
    (error: unknown) => {
      post({ type: "refused", message: messageOf(error) });
      end();
    },
  );
  return { end, check };
}
