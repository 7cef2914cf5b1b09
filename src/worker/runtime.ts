// The runtime that the page talks to: loads the module once, then runs its calls, one after the other.

import { type CallPort, connectPort, type Port } from "../api/port.ts";
import { isOutdated, SharedGraph, toPlain, whyNotData } from "../journal/shared-graph.ts";
import type { CompiledModule } from "../protocol/compiled.ts";
import type { PackageCode } from "../protocol/package-code.ts";
import type {
  CallOutcome,
  LoadOutcome,
  LoadRequest,
  Runtime,
  VariableReport,
  WorkerEvent,
} from "../protocol/runtime.ts";
import { toAppMessage } from "../spec/app-message.ts";
import type { AppDeclaration, CallDeclaration } from "../spec/app-declaration.ts";
import type { EventSpec } from "../spec/app-spec.ts";
import type { functionApp } from "../spec/function-app.ts";
import { hasMissedKinds } from "../spec/missing-kind.ts";
import type { AtomicSteps } from "./atomic-steps.ts";
import { type BrowserStates, defineBrowserStates } from "./browser-states.ts";
import { createCallControl, type CallControl } from "./call-control.ts";
import { createHost, type HostRecord } from "./compiled-host.ts";
import { toErrorData } from "./error-data.ts";
import { lockFinder, withLocks } from "./event-locks.ts";
import { findApp } from "./find-app.ts";
import { inspect, lineLimits } from "./inspect.ts";
import { createLiveApp, type LiveApp } from "./live-app.ts";
import { createProgressReports } from "./progress-reports.ts";
import type { Rendering } from "./render-part.ts";
import type { RenderedStates } from "./rendered-states.ts";
import { runCall } from "./run-call.ts";
import { defineStates, type SessionStates } from "./session-states.ts";
import { createToastRate } from "./toast-rate.ts";
import { beginTransaction } from "./transaction.ts";

export interface RuntimePorts {
  /** What programs import as "interstate". */
  readonly api: Readonly<Record<string, unknown>>;
  /** Null if that has no `gr.render`. */
  readonly rendering: Rendering | null;
  /** Makes an app of a bare function. Throws a MissingKindError where only the whole runtime can. */
  readonly functionApp: typeof functionApp;
  /** Evaluates a module with what it imports, and gives its exports. */
  evaluate(
    module: Pick<CompiledModule, "code" | "packages">,
    packages: PackageCode,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Makes the host known to the module, before it is evaluated. */
  setHost(host: HostRecord["host"]): void;
  post(event: WorkerEvent): void;
  /** Tells the person, in the console. */
  warn(text: string): void;
  /** Under which names the module appears in stacks. */
  moduleUrls(): readonly string[];
  nowMs(): number;
  afterMs(delayMs: number, then: () => void): void;
  turn(): Promise<void>;
}

interface Loaded {
  readonly app: LiveApp;
  readonly room: SharedGraph;
  readonly session: SharedGraph;
  readonly states: SessionStates;
  readonly browser: BrowserStates;
  readonly rendered: RenderedStates | null;
  withLock(event: EventSpec, call: CallDeclaration | null): EventSpec;
}

export function createRuntime(ports: RuntimePorts): Runtime {
  let loaded: Loaded | null = null;
  /** Of the calls that run or wait for those before them. */
  const controls = new Map<string, CallControl>();
  let last: Promise<unknown> = Promise.resolve();
  let steps: { readonly call: string; readonly atomic: AtomicSteps } | null = null;
  let current: CallPort | null = null;
  const errorData = (thrown: unknown) => toErrorData(thrown, ports.moduleUrls());

  async function load(request: LoadRequest): Promise<LoadOutcome> {
    try {
      const { outcome, ...rest } = await loadModule(request, ports, {
        async atomic(callback) {
          if (!steps) throw new Error("gr.atomic can be used only while a call of the app runs.");
          return steps.atomic.run(callback);
        },
        call: () => current,
        toast: createToastRate({ ...ports, send: (toast) => ports.post({ type: "toast", toast }) }),
        warn: ports.warn,
      });
      if (hasMissedKinds()) return { kind: "incomplete" };
      loaded = rest;
      return outcome;
    } catch (thrown) {
      // Whatever it was that failed: with all kinds there, it may not.
      if (hasMissedKinds()) return { kind: "incomplete" };
      return { kind: "threw", error: errorData(thrown) };
    }
  }

  /**
   * One call after the other. Rejects where page and worker have parted: the page sends patches that fit, so an outcome,
   * as of an error in the person's code, would hide that they no longer agree.
   */
  async function inTurn(
    id: string,
    perform: (app: Loaded, control: CallControl) => Promise<CallOutcome>,
  ): Promise<CallOutcome> {
    if (!loaded) throw new Error("The module has not been loaded.");
    const app = loaded;
    const control = createCallControl();
    controls.set(id, control);
    const outcome = last.then(() => perform(app, control));
    last = outcome.then(ignore, ignore);
    try {
      return await outcome;
    } finally {
      controls.delete(id);
    }
  }

  return {
    load,
    call: (request) =>
      inTurn(request.id, async (loaded, control) => {
        const { app, room, session, browser } = loaded;
        room.patch(request.room);
        session.patch(request.session);
        browser.patch(request.browser);
        if (control.stopped) return { kind: "stopped", durationMs: 0 };
        const { post, warn, nowMs, afterMs, turn } = ports;
        const keys = request.browser.map(([key]) => key);
        const { target, ...rest } = request.facts;
        const said = createProgressReports({
          nowMs,
          afterMs,
          send: (levels) => post({ type: "progress", call: request.id, levels }),
        });
        const facts = { ...rest, target: target === null ? null : app.objectOf(target) };
        current = { progress: said.progress, facts };
        const stateOf = (component: number) => statesOf(loaded, component);
        try {
          return await runCall(request, {
            app,
            graphs: { room, session, browser: browser.graphs(keys) },
            states: {
              get: (component) => stateOf(component).get(component),
              set: (component, value) => stateOf(component).set(component, value),
            },
            control,
            render(container, callback, next) {
              const { rendered, withLock } = loaded;
              if (!rendered || !ports.rendering) throw new Error("The app renders nothing.");
              return ports.rendering.renderPart(container, callback, next, { app, states: rendered, withLock });
            },
            patchRoom: (patch) => room.patch(patch),
            setSteps: (atomic) => (steps = atomic && { call: request.id, atomic }),
            post,
            warn,
            toErrorData: errorData,
            nowMs,
            turn,
          });
        } finally {
          said.end();
          current = null;
        }
      }),
    atomic({ call, ask, room }) {
      if (steps?.call === call) return steps.atomic.grant(ask, room);
      // The room's patch counts as sent.
      loaded?.room.patch(room);
      return { kind: "threw", error: errorData(new Error("The call has ended.")) };
    },
    settle(call, ask) {
      if (steps?.call === call) steps.atomic.settle(ask);
    },
    freshState: (request) =>
      inTurn(request.id, async (loaded) => {
        const { room, session } = loaded;
        const start = ports.nowMs();
        room.patch(request.room);
        session.patch(request.session);
        const transaction = beginTransaction({ room, session, browser: [] }, request.grant);
        try {
          for (const [component, value] of request.gone ?? [])
            statesOf(loaded, component).tellDeleted(component, value);
          for (const component of request.components) {
            const states = statesOf(loaded, component);
            if (request.deletes) states.tellDeleted(component);
            states.reset(component);
          }
          const step = { outputs: [], ...transaction.boundary() };
          return { kind: "returned", step, durationMs: ports.nowMs() - start };
        } catch (thrown) {
          transaction.undo();
          return { kind: "threw", error: errorData(thrown), durationMs: ports.nowMs() - start };
        } finally {
          transaction.end();
        }
      }),
    stop: (callId) => controls.get(callId)?.stop(),
    credit: (callId, seq) => controls.get(callId)?.credit(seq),
    ping: () => ports.nowMs(),
  };
}

function ignore(): void {}

/** Where a component's State is kept. */
function statesOf({ states, browser, rendered }: Loaded, component: number): Omit<SessionStates, "keys"> {
  if (browser.has(component)) return { ...browser, reset: () => undefined, tellDeleted: () => undefined };
  return rendered?.has(component) ? rendered : states;
}

type LoadedWithOutcome = Loaded & { readonly outcome: LoadOutcome };

async function loadModule(
  { module, packages, room: roomData, session: sessionData }: LoadRequest,
  ports: RuntimePorts,
  port: Omit<Port, "appCreated" | "appNested">,
): Promise<LoadedWithOutcome> {
  const room = new SharedGraph();
  const record = createHost(module, ports.api, ({ key, name, made, isLocal }, value) => {
    if (!isLocal) return room.define(key, name, value, made);
    room.keep(key, name, value);
    return value;
  });
  const created = new Set<() => AppDeclaration>();
  connectPort({
    ...port,
    appCreated: (declare) => created.add(declare),
    appNested: (declare) => created.delete(declare),
  });
  ports.setHost(record.host);
  room.startLoad();
  const exports = await ports.evaluate(module, packages);
  const shared = record.accessors().flatMap((accessor, index) => {
    const variable = module.variables[index];
    return variable
      ? [
          {
            key: variable.key,
            name: variable.name,
            get: () => accessor.get(),
            set: (value: unknown) => accessor.set(value),
          },
        ]
      : [];
  });
  const roomLoad = room.finishLoad(shared, roomData);
  const withLock = lockFinder(module, record, roomLoad.reports);
  const declaration = withLocks(findApp(exports, [...created], { ...module, ...ports }), withLock);

  const session = new SharedGraph();
  session.startLoad();
  const stored = new Map(sessionData?.slots.map(([key, info]) => [key, info]));
  const states = defineStates(
    declaration,
    session,
    { whyNotData, toPlain },
    {
      madeBy: (initial) => module.functions[record.functionIndex(initial) ?? -1]?.made,
      has(key, made) {
        const info = stored.get(key);
        return info !== undefined && !isOutdated(info, made);
      },
    },
  );
  const renders = declaration.app.events.some(({ action }) => action.kind === "call" && action.renders !== null);
  const rendered = (renders && ports.rendering?.defineStates(session, { whyNotData, toPlain })) || null;
  const sessionLoad = session.finishLoad([], sessionData);
  const browser = defineBrowserStates(declaration, () => new SharedGraph(), { whyNotData, toPlain });
  const variables = roomLoad.reports.map((report) => toVariableReport(report, module, record));
  const outcome: LoadOutcome = {
    kind: "loaded",
    app: toAppMessage(declaration.app),
    room: roomLoad.operations,
    session: sessionLoad.operations,
    browser: browser.first,
    states: states.keys,
    variables,
  };
  return { app: createLiveApp(declaration), room, session, states, browser, rendered, withLock, outcome };
}

function toVariableReport(
  { key, data, why }: { readonly key: string; readonly data: boolean; readonly why: string },
  { variables }: Pick<CompiledModule, "variables">,
  record: HostRecord,
): VariableReport {
  const index = variables.findIndex((variable) => variable.key === key);
  if (!data) return { key, kind: "once", why, preview: inspect(record.accessors()[index]?.get(), lineLimits) };
  return { key, kind: variables[index]?.role === "constant" ? "constant" : "global", why: "", preview: "" };
}
