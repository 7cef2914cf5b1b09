// Gives out workers: one frame for the tab and for what its workers may reach, a warm spare so that Stop and new builds need
// not wait for a start, and a new frame when the old one's process dies.

import type { Frame } from "./frame.ts";
import { createSandboxWorker, type SandboxWorker } from "./sandbox-worker.ts";

export interface Sandbox {
  /** A worker that has loaded nothing yet, and may reach these hosts. */
  take(network: readonly string[]): SandboxWorker;
  /** Whether its workers can run whatever an app may use. The first ones cannot, so that a first visit loads less. */
  readonly isComplete: boolean;
  /** From when it settles on they can. Rejects if the rest cannot be loaded. */
  complete(): Promise<void>;
}

/** A frame with its workers. */
interface Home {
  readonly frame: Frame;
  /** What its policy lets through, as one text. */
  readonly reach: string;
  readonly living: Map<number, SandboxWorker>;
}

/**
 * `openFrame` makes the frame that workers live in, and another one when its process has died. `loadWhole` loads the text
 * of the runtime that has everything.
 */
export function createSandbox(
  openFrame: (network: readonly string[]) => Frame,
  loadWhole: () => Promise<string>,
): Sandbox {
  let whole: string | null = null;
  let home: Home | null = null;
  let nextId = 1;
  let spare: SandboxWorker | null = null;
  let warming: ReturnType<typeof setTimeout> | undefined;

  function open(network: readonly string[]): Home {
    const opened: Home = { frame: openFrame(network), reach: reachOf(network), living: new Map() };
    if (whole !== null) opened.frame.setRuntime(whole);
    opened.frame.onWorkerFailed((id) => opened.living.get(id)?.failed());
    opened.frame.onGone(() => {
      if (home === opened) home = null;
      for (const worker of [...opened.living.values()]) worker.end("crashed");
    });
    return opened;
  }

  function spawn(network: readonly string[]): SandboxWorker {
    home ??= open(network);
    const mine = home;
    const id = nextId++;
    const rpc = new MessageChannel();
    const events = new MessageChannel();
    const worker = createSandboxWorker(rpc.port1, events.port1, () => mine.frame.terminate(id));
    mine.living.set(id, worker);
    void worker.ended.then(() => {
      mine.living.delete(id);
      if (spare === worker) spare = null;
      if (home !== mine && mine.living.size === 0) mine.frame.dispose();
    });
    mine.frame.spawn(id, [rpc.port2, events.port2]);
    return worker;
  }

  /** What may reach other hosts lives in another frame: a frame's policy is for good. */
  function moveTo(network: readonly string[]): void {
    if (!home || home.reach === reachOf(network)) return;
    const left = home;
    home = null;
    spare?.end("ended");
    spare = null;
    if (left.living.size === 0) left.frame.dispose();
  }

  // The first worker starts while the page still opens its storage.
  spare = spawn([]);

  return {
    take(network) {
      moveTo(network);
      const worker = spare ?? spawn(network);
      spare = null;
      clearTimeout(warming);
      // Not at once: starting a worker would slow down the one that has just been asked for.
      warming = setTimeout(() => (spare ??= spawn(network)), 300);
      return worker;
    },
    get isComplete() {
      return whole !== null;
    },
    async complete() {
      const source = await loadWhole();
      if (whole !== null) return;
      whole = source;
      home?.frame.setRuntime(source);
      spare?.end("ended");
      spare = null;
    },
  };
}

function reachOf(network: readonly string[]): string {
  return [...network].sort().join(" ");
}
