// One client at the other end of a port: reads its requests, answers each, and ends its session with it.

import type { ClientEvent, ClientMessage, ClientRequest } from "../../protocol/embedding.ts";
import { messageOf } from "../playground/call-errors.ts";
import type { ClientSession } from "./client-model.ts";
import { readRequest } from "./read-request.ts";

const maxSubscriptions = 100;

/** The page's end of the port, as far as it is needed. */
export type ClientPort = Pick<MessagePort, "onmessage" | "postMessage" | "close">;

/** `open` starts the session. Returns what ends it; `onEnd` hears of its end, whoever ends it. */
export function answerClient(port: ClientPort, open: () => Promise<ClientSession>, onEnd: () => void): () => void {
  const opening = open();
  /** What "cancel" ends, by request: calls that are under way, and subscriptions. */
  const cancels = new Map<number, () => void>();
  let subscriptions = 0;
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

  async function answer(session: ClientSession, request: Exclude<ClientRequest, { type: "close" | "cancel" }>) {
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
        if (subscriptions >= maxSubscriptions) throw new Error(`A client can follow ${maxSubscriptions} variables.`);
        const stop = session.follow(request.name, (value) => onEvent({ type: "value", value }));
        subscriptions += 1;
        cancels.set(id, () => {
          subscriptions -= 1;
          stop();
        });
        return undefined;
      }
      case "call": {
        const stopped = new AbortController();
        cancels.set(id, () => stopped.abort());
        await session.call(request.endpoint, request.inputs, { signal: stopped.signal, onEvent });
        return undefined;
      }
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
    const { id } = request;
    if (request.type === "cancel") {
      cancels.get(id)?.();
      cancels.delete(id);
      return;
    }
    // Else two answers of one number could be told apart by nobody.
    if (cancels.has(id)) return post({ type: "failed", id, message: "A request of this number is under way." });
    try {
      const value = await answer(await opening, request);
      if (request.type === "call") cancels.delete(id);
      post({ type: "done", id, value });
    } catch (error) {
      if (request.type === "call") cancels.delete(id);
      post({ type: "failed", id, message: messageOf(error) });
    }
  }

  function end(): void {
    if (over) return;
    over = true;
    for (const cancel of cancels.values()) cancel();
    port.onmessage = null;
    port.close();
    opening.then(
      (session) => session.end(),
      () => undefined,
    );
    onEnd();
  }

  port.onmessage = ({ data }) => void take(data);
  opening.then(
    () => post({ type: "ready" }),
    (error: unknown) => {
      post({ type: "refused", message: messageOf(error) });
      end();
    },
  );
  return end;
}
