// Gives out workers: one frame for the tab, a warm spare so that Stop and new builds need not wait for a start, and a new
// frame when the old one's process dies.

import type { Frame } from "./frame.ts";
import { createSandboxWorker, type SandboxWorker } from "./sandbox-worker.ts";

export interface Sandbox {
  /** A worker that has loaded nothing yet. */
  take(): SandboxWorker;
}

/** `openFrame` makes the frame that workers live in, and another one when its process has died. */
export function createSandbox(openFrame: () => Frame): Sandbox {
  let frame: Frame | null = null;
  let nextId = 1;
  let spare: SandboxWorker | null = null;
  let warming: ReturnType<typeof setTimeout> | undefined;
  const living = new Map<number, SandboxWorker>();

  function open(): Frame {
    const opened = openFrame();
    opened.onWorkerFailed((id) => living.get(id)?.failed());
    opened.onGone(() => {
      if (frame === opened) frame = null;
      for (const worker of [...living.values()]) worker.end("crashed");
    });
    return opened;
  }

  function spawn(): SandboxWorker {
    frame ??= open();
    const home = frame;
    const id = nextId++;
    const rpc = new MessageChannel();
    const events = new MessageChannel();
    const worker = createSandboxWorker(rpc.port1, events.port1, () => home.terminate(id));
    living.set(id, worker);
    void worker.ended.then(() => {
      living.delete(id);
      if (spare === worker) spare = null;
    });
    home.spawn(id, [rpc.port2, events.port2]);
    return worker;
  }

  // The first worker starts while the page still opens its storage.
  spare = spawn();

  return {
    take() {
      const worker = spare ?? spawn();
      spare = null;
      clearTimeout(warming);
      // Not at once: starting a worker would slow down the one that has just been asked for.
      warming = setTimeout(() => (spare ??= spawn()), 300);
      return worker;
    },
  };
}
