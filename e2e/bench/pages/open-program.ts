// A program in this tab as the app runs it, without the shell around it: the real compiler, room, sandbox, worker and
// life of a call.

import * as Comlink from "comlink";
import { runCall } from "../../../src/app/playground/run-call.ts";
import { noPackages } from "../../../src/protocol/package-code.ts";
import { loadModule } from "../../../src/app/playground/load-module.ts";
import { randomId } from "../../../src/base/random-id.ts";
import { compile } from "../../../src/compiler/compile.ts";
import { createFrame, type Frame } from "../../../src/sandbox/frame.ts";
import { createSandboxWorker, type SandboxWorker } from "../../../src/sandbox/sandbox-worker.ts";
import { openPlatform, type Platform } from "../../../src/state/platform.ts";
import type { Room } from "../../../src/state/room.ts";
import { openRoom } from "../../../src/state/shared-room.ts";
import { createSession } from "../../../src/state/session.ts";
import type { Bare } from "../worker/bare.ts";

export interface OpenProgram {
  readonly room: Room;
  /** The program's one event, called as the app's button does. Resolves with the first output when it may be shown. */
  call(...inputs: readonly unknown[]): Promise<unknown>;
  /** Another thing in the same worker, called with Comlink and nothing around it. */
  readonly bare: Comlink.Remote<Bare>;
  close(): void;
}

let frame: Frame | null = null;
let platform: Promise<Platform> | null = null;
let workers = 0;

export async function openProgram(roomId: string, source: string): Promise<OpenProgram> {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join("\n"));
  const { rooms, problem } = await (platform ??= openPlatform("/bench/"));
  if (problem !== null) throw new Error(problem);
  const room = await openRoom({
    ...rooms,
    id: roomId,
    now: Date.now,
    newId: randomId,
    tab,
    isVisible: () => document.visibilityState === "visible",
    onProblem: (error) => reportError(error),
  });
  const { worker, bare } = spawn();
  const session = createSession({ hash: randomId() });
  const sandbox = { take: () => worker, isComplete: true, complete: () => Promise.resolve() };
  const loading = loadModule({
    sandbox,
    program: compiled.value,
    room,
    session,
    network: [],
    packages: noPackages,
    user: "User 1",
    onWorker: () => undefined,
  });
  const { app, link } = (await loading.done).loaded;
  const action = app.events[0]?.action;
  const grant = action?.kind === "call" && action.writes ? "write" : "none";
  const request = {
    event: 0,
    changed: [],
    validates: false,
    facts: { sessionHash: session.hash, target: null, data: null },
    next: { component: app.components.length, event: app.events.length, oldest: app.events.length },
    grant,
  } as const;

  return {
    room,
    bare,
    async call(...inputs) {
      const id = randomId();
      let shown: unknown;
      const result = await runCall({
        id,
        fn: "bench",
        user: "User 1",
        code: compiled.value.hash,
        room,
        session,
        link,
        grant,
        limit: null,
        limitName: "bench",
        simple: true,
        keys: [],
        signal: new AbortController().signal,
        ask: (patches) => worker.call({ ...request, id, inputs, ...patches }),
        onQueue: () => undefined,
        onStart: () => undefined,
        onAnswer: () => undefined,
        onYield: () => undefined,
        onProgress: () => undefined,
        check: () => undefined,
        show: ([output]) => (shown = output?.kind === "value" ? output.value : undefined),
      });
      if (result.kind !== "done") throw new Error(`The call ended otherwise: ${JSON.stringify(result)}`);
      return shown;
    },
    close() {
      link.end();
      room.dispose();
    },
  };
}

const tab = randomId();

/** As createSandbox does, with a third port. */
function spawn(): { worker: SandboxWorker; bare: Comlink.Remote<Bare> } {
  const home = (frame ??= createFrame(document.body, []));
  const id = ++workers;
  const [rpc, events, port] = [new MessageChannel(), new MessageChannel(), new MessageChannel()];
  const worker = createSandboxWorker(rpc.port1, events.port1, () => home.terminate(id));
  void home.spawn(id, [rpc.port2, events.port2, port.port2]);
  return { worker, bare: Comlink.wrap<Bare>(port.port1) };
}
