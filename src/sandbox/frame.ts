// The opaque-origin frame that workers live in: makes it, starts and ends workers in it, and notices when its process is
// gone. Chromium tells nobody when a sandboxed process dies, so only unanswered pings show it. The page's policy admits
// the very text of boot.js, which starts and ends the workers, by its hash.

import boot from "./boot.js?raw";
import runtimeSource from "virtual:sandbox-worker/everyday";
import { validNetworkHosts } from "../protocol/network-host.ts";
import { createHeartbeat } from "./heartbeat.ts";
import { createMailbox } from "./mailbox.ts";

const pingEveryMs = 1000;

export interface Frame {
  /** What its workers run from then on: the text of a script. */
  setRuntime(source: string): void;
  /** Starts a worker and hands it the ports. */
  spawn(id: number, ports: readonly MessagePort[]): void;
  terminate(id: number): void;
  /** Called when a worker's own script failed, outside the person's code. */
  onWorkerFailed(listener: (id: number) => void): void;
  /** Called once, when the frame's process is gone. */
  onGone(listener: () => void): void;
  /** Takes the frame away, with whatever still runs in it. */
  dispose(): void;
}

/** `network`: hosts that its workers may reach. The page's own policy lets more through; the frame's is what restricts. */
export function createFrame(host: HTMLElement, network: readonly string[]): Frame {
  const reach = validNetworkHosts(network).join(" ") || "'none'";
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.hidden = true;
  element.title = "Sandbox";
  element.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; connect-src ${reach}"><script>${boot}</script>`;

  const ended = new AbortController();
  let workerFailed: (id: number) => void = () => undefined;
  let gone: () => void = () => undefined;

  const send = (message: unknown, ports: readonly MessagePort[] = []) =>
    element.contentWindow?.postMessage(message, "*", [...ports]);
  const mailbox = createMailbox(send);
  const heartbeat = createHeartbeat({
    ping: () => send({ type: "ping" }),
    isHidden: () => document.visibilityState === "hidden",
    onGone() {
      dispose();
      gone();
    },
  });

  addEventListener(
    "message",
    (event: MessageEvent<unknown>) => {
      if (event.source !== element.contentWindow) return;
      const message = event.data as { readonly type?: unknown; readonly id?: unknown } | null;
      if (message?.type === "boot") {
        send({ type: "runtime", source: runtimeSource });
        mailbox.open();
      } else if (message?.type === "pong") {
        heartbeat.pong();
      } else if (message?.type === "failed" && typeof message.id === "number") {
        workerFailed(message.id);
      }
    },
    { signal: ended.signal },
  );
  host.append(element);

  const beats = setInterval(heartbeat.beat, pingEveryMs);

  function dispose(): void {
    clearInterval(beats);
    ended.abort();
    element.remove();
  }

  return {
    setRuntime: (source) => mailbox.send({ type: "runtime", source }),
    spawn: (id, ports) => mailbox.send({ type: "spawn", id }, ports),
    terminate: (id) => mailbox.send({ type: "terminate", id }),
    onWorkerFailed: (listener) => void (workerFailed = listener),
    onGone: (listener) => void (gone = listener),
    dispose,
  };
}
