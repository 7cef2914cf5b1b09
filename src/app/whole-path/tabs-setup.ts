// For tests only: programs in tabs without a browser. Compiler, runtime, rooms and the life of a call are the real ones;
// threads, storage, locks and channel are in memory, and what crosses them is copied. It is a project of its own for
// TypeScript, since it alone joins the page's files and the worker's.

import { vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { randomId } from "../../base/random-id.ts";
import { compile } from "../../compiler/compile.ts";
import { noPackages } from "../../protocol/package-code.ts";
import type { OutputData, Runtime, WorkerEvent } from "../../protocol/runtime.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { type EndReason, type SandboxWorker, WorkerEndedError } from "../../sandbox/sandbox-worker.ts";
import { parseAtomic, parseEvent, parseLoad, parseOutcome, type UncheckedEvent } from "../../sandbox/unchecked.ts";
import type { EventSpec } from "../../spec/app-spec.ts";
import { setup as setupRooms } from "../../state/room-setup.ts";
import type { Room } from "../../state/room.ts";
import { createSession } from "../../state/session.ts";
import { nothingMore } from "../../worker/runtime-setup.ts";
import type { RuntimePorts } from "../../worker/runtime.ts";
import { browserKeys, grantOf, isSimple, limitOverTabs } from "../playground/event-facts.ts";
import { loadModule } from "../playground/load-module.ts";
import { type CallOptions, type CallResult, runCall } from "../playground/run-call.ts";

export function createTabs() {
  const world = setupRooms();

  async function openTab(name: string, parts: Parameters<typeof world.openTab>[1] = {}) {
    const tab = await world.openTab(name, parts);
    return { ...tab, openUser: (source: string, options?: UserOptions) => openUser(tab.room, source, options) };
  }
  return { ...world, openTab };
}

/** A shared variable as this tab sees it. */
export function valueOf(room: Room, name: string): unknown {
  const slot = [...room.replica.slots().values()].find(({ info }) => info.name === name);
  return slot && room.replica.toPlain(slot.value);
}

interface UserOptions {
  /** Evaluating the module takes until then. */
  readonly hold?: Promise<void>;
}

async function openUser(room: Room, source: string, { hold }: UserOptions = {}) {
  const program = compile(source);
  if (!program.ok) throw new Error(program.error.map(({ message }) => message).join("\n"));
  const session = createSession({ hash: randomId() });
  const sandbox = { take: () => startWorker(hold), isComplete: true } as unknown as Sandbox;
  const options = {
    sandbox,
    program: program.value,
    room,
    session,
    network: [],
    packages: noPackages,
    user: "User 1",
    onWorker: () => undefined,
  };
  const { loaded } = await loadModule(options).done;
  const { app, link } = loaded;
  const event = app.events.findIndex(({ action }) => action.kind === "call");
  const found = app.events[event];
  if (found?.action.kind !== "call") throw new Error("the app calls nothing");
  const callEvent: EventSpec = found;
  const find = (id: number) => app.components[id];
  const limit = limitOverTabs(callEvent);
  const grant = grantOf(callEvent);
  const states = app.components.filter(({ kind }) => kind === "state").map(({ id }) => id);

  async function run(how: Pick<CallOptions, "id" | "grant" | "keys" | "ask">) {
    const shown: OutputData[][] = [];
    const result = await runCall({
      fn: "f",
      user: "User 1",
      code: "",
      room,
      session,
      link,
      limit,
      limitName: "f",
      simple: isSimple(callEvent, find),
      signal: new AbortController().signal,
      onQueue: () => undefined,
      onStart: () => undefined,
      onAnswer: () => undefined,
      onYield: () => undefined,
      onProgress: () => undefined,
      check: () => undefined,
      show: (outputs) => shown.push([...outputs]),
      ...how,
    });
    return { result, shown };
  }

  return {
    loaded,
    session,
    /** Calls the function; resolves with what its outputs show last, or rejects with why there is nothing. */
    async call(...inputs: readonly unknown[]): Promise<unknown[]> {
      const id = randomId();
      const { result, shown } = await run({
        id,
        grant,
        keys: browserKeys(callEvent, find),
        ask: (patches) => link.worker.call({ id, event, inputs, changed: [], ...nothingMore, grant, ...patches }),
      });
      if (result.kind !== "done") throw toError(result);
      return (shown.at(-1) ?? []).flatMap((output) => (output.kind === "value" ? [output.value] : []));
    },
    async clear(): Promise<void> {
      const id = randomId();
      const ask: CallOptions["ask"] = (patches) =>
        link.worker.freshState({
          id,
          components: states,
          deletes: false,
          grant: "none",
          room: patches.room,
          session: patches.session,
        });
      const { result } = await run({ id, grant: "none", keys: [], ask });
      if (result.kind !== "done") throw toError(result);
    },
  };
}

function toError(result: Exclude<CallResult, { kind: "done" }>): Error {
  if (result.kind === "threw") return new Error(result.error.message);
  if (result.kind === "refused") return result.error instanceof Error ? result.error : new Error(String(result.error));
  return new Error(result.kind);
}

/** Modules of its own for each worker, as in a thread of its own. */
async function ownRuntime(ports: Omit<RuntimePorts, "api" | "rendering" | "functionApp">): Promise<Runtime> {
  vi.resetModules();
  const [{ createRuntime }, api, { rendering }, { functionApp }] = await Promise.all([
    import("../../worker/runtime.ts"),
    import("../../api/index.ts"),
    import("../../worker/render-part.ts"),
    import("../../spec/function-app.ts"),
  ]);
  return createRuntime({ ...ports, api, rendering, functionApp });
}

let hosts = 0;

export function startWorker(hold?: Promise<void>): SandboxWorker {
  const ended = createDeferred<EndReason>();
  const listeners = new Set<(event: UncheckedEvent) => void>();
  // Each module finds its own host: several load at once in this one realm.
  const name = `__interstate${++hosts}`;
  const runtime = ownRuntime({
    async evaluate({ code }) {
      await hold;
      const text = code.replace("globalThis.__interstate", `globalThis.${name}`);
      return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)) as object as Record<
        string,
        unknown
      >;
    },
    setHost: (host) => Object.defineProperty(globalThis, name, { value: host }),
    post(event: WorkerEvent) {
      const copy = parseEvent(structuredClone(event));
      if (copy.type === "closed") return;
      queueMicrotask(() => {
        for (const listener of listeners) listener(copy);
      });
    },
    warn: () => undefined,
    moduleUrls: () => [],
    nowMs: () => performance.now(),
    afterMs: (delayMs, then) => void setTimeout(then, delayMs),
    turn: () => new Promise((resolve) => setTimeout(resolve)),
  });
  const end = ended.promise.then((reason) => {
    throw new WorkerEndedError(reason);
  });
  // Told to whoever waits for an answer.
  end.catch(() => undefined);
  const ask = async <T>(question: (worker: Runtime) => unknown, parse: (value: unknown) => T): Promise<T> =>
    parse(structuredClone(await Promise.race([runtime.then(question), end])));
  const tell = (what: (worker: Runtime) => void): void => void runtime.then(what);

  return {
    load: (request) => ask((worker) => worker.load(structuredClone(request)), parseLoad),
    call: (request) => ask((worker) => worker.call(structuredClone(request)), parseOutcome),
    freshState: (request) => ask((worker) => worker.freshState(structuredClone(request)), parseOutcome),
    atomic: (request) => ask((worker) => worker.atomic(structuredClone(request)), parseAtomic),
    settle: (id, step) => tell((worker) => worker.settle(id, step)),
    stop: (id) => tell((worker) => worker.stop(id)),
    credit: (id, seq) => tell((worker) => worker.credit(id, seq)),
    ping: () => Promise.resolve(true),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended: ended.promise,
    end: ended.resolve,
    failed: () => undefined,
  };
}
