// The opaque-origin frame that workers live in: makes it, starts and ends workers in it, and notices when its process is
// gone. Chromium tells nobody when a sandboxed process dies, so only unanswered pings show it.

import boot from "./boot.js?raw";
import runtimeSource from "virtual:sandbox-worker";
import { createMailbox } from "./mailbox.ts";

const pingEveryMs = 1000;
/** A busy machine may delay a pong; this many in a row without one is a dead process. */
const missedPingsOfTheDead = 6;

export interface Frame {
  /** Starts a worker and hands it the ports. */
  spawn(id: number, ports: readonly MessagePort[]): void;
  terminate(id: number): void;
  /** Called when a worker's own script failed, outside the person's code. */
  onWorkerFailed(listener: (id: number) => void): void;
  /** Called once, when the frame's process is gone. */
  onGone(listener: () => void): void;
  dispose(): void;
}

export function createFrame(host: HTMLElement): Frame {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.hidden = true;
  element.title = "Sandbox";
  element.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; connect-src 'none'"><script>${boot}</script>`;

  const ended = new AbortController();
  let workerFailed: (id: number) => void = () => undefined;
  let gone: () => void = () => undefined;
  let missedPings = 0;

  const send = (message: unknown, ports: readonly MessagePort[] = []) =>
    element.contentWindow?.postMessage(message, "*", [...ports]);
  const mailbox = createMailbox(send);

  addEventListener(
    "message",
    (event: MessageEvent<unknown>) => {
      if (event.source !== element.contentWindow) return;
      const message = event.data as { readonly type?: unknown; readonly id?: unknown } | null;
      if (message?.type === "boot") {
        send({ type: "runtime", source: runtimeSource });
        mailbox.open();
      } else if (message?.type === "pong") {
        missedPings = 0;
      } else if (message?.type === "failed" && typeof message.id === "number") {
        workerFailed(message.id);
      }
    },
    { signal: ended.signal },
  );
  host.append(element);

  const heartbeat = setInterval(() => {
    // A hidden tab's timers and processes are throttled: silence means nothing there.
    if (document.visibilityState === "hidden") missedPings = 0;
    else if (++missedPings > missedPingsOfTheDead) {
      dispose();
      gone();
      return;
    }
    send({ type: "ping" });
  }, pingEveryMs);

  function dispose(): void {
    clearInterval(heartbeat);
    ended.abort();
    element.remove();
  }

  return {
    spawn: (id, ports) => mailbox.send({ type: "spawn", id }, ports),
    terminate: (id) => mailbox.send({ type: "terminate", id }),
    onWorkerFailed: (listener) => void (workerFailed = listener),
    onGone: (listener) => void (gone = listener),
    dispose,
  };
}
