// A session of code outside of the page: as a user's, with a worker and State of its own, but without fields. A call is given
// its inputs and tells what comes of it; nothing else follows from it, as in Gradio, where listeners belong to the page.

import { createEffect, createRoot, on } from "solid-js";
import type { ApiInfo, CallEvent } from "../../protocol/embedding.ts";
import type { OutputData } from "../../protocol/runtime.ts";
import { checkInput } from "../../spec/component-value.ts";
import { type Endpoint, endpointsOf, toCode } from "../../spec/endpoints.ts";
import type { Session } from "../../state/session.ts";
import type { CallStatus } from "../model.ts";
import { toCallEnd } from "../playground/call-end.ts";
import { messageOf } from "../playground/call-errors.ts";
import { isGenerator } from "../playground/event-facts.ts";
import { endRun } from "../playground/end-run.ts";
import { createFieldValues } from "../playground/field-values.ts";
import { type Loading, loadModule } from "../playground/load-module.ts";
import { InvalidInputs, performRun } from "../playground/perform-run.ts";
import type { CallResult } from "../playground/run-call.ts";
import { createRun, type Run } from "../playground/run.ts";
import { createTurns } from "../playground/turns.ts";
import { createUserApp } from "../playground/user-app.ts";
import { createUserState } from "../playground/user-state.ts";
import { createUserWorker, type Loaded } from "../playground/user-worker.ts";
import { createWorkerPool } from "../playground/worker-pool.ts";
import { toInputs } from "./call-inputs.ts";
import type { ClientHost, ClientSession } from "./client-model.ts";
import { createSharedState } from "./shared-state.ts";
import { untilReady } from "./until-ready.ts";

/** Whoever calls more at once has a mistake in a loop. */
const maxCalls = 1000;

/** `name`: whose calls these are, for the history. Rejects with words if the app does not run. */
export async function openClientSession(name: string, host: ClientHost): Promise<ClientSession> {
  await untilReady(host);
  const fields = createFieldValues();
  const app = createUserApp(fields, () => Array.from(runs.keys(), ({ index }) => index));
  const turns = createTurns();
  const runs = new Map<Run, (event: CallEvent) => void>();
  const worker = createUserWorker({ load, onAttach });
  const pool = createWorkerPool({ main: worker.living, load: () => load(worker.session()) });
  const state = createUserState({
    fields,
    app,
    turns,
    goodbyes: host.goodbyes,
    loaded: worker.loaded,
    living: worker.living,
    dispatcher: { dispatch: () => undefined, happened: () => undefined, runs: () => [...runs.keys()] },
  });
  const builtListeners = new Set<() => void>();
  const shared = createSharedState({
    ...{ who: name, current },
    onBuild(listener) {
      builtListeners.add(listener);
      return () => void builtListeners.delete(listener);
    },
  });
  let ended = false;

  function current() {
    const build = host.build();
    if (build) return build;
    throw new Error("The app does not run.");
  }

  function load(session: Session): Loading {
    const { program, room, network, packages } = current();
    return loadModule({
      ...{ sandbox: host.sandbox, program, room, session, network, packages, user: name },
      onWorker: (sandboxWorker) =>
        void sandboxWorker.onEvent((event) => {
          if (event.type === "console") host.log(event, program);
          if (event.type !== "toast") return;
          const { tone, title, message } = event.toast;
          for (const [run, tell] of runs) tell({ ...common(run), type: "log", level: tone, log: message || title });
        }),
    });
  }

  function onAttach(next: Loaded): void {
    pool.clear();
    fields.adopt(next.app, { sameCode: false });
    app.adopt(next.app);
    state.attach(next);
  }

  const endpoints = new Map<Run, string>();
  const common = (run: Run) => ({ endpoint: endpoints.get(run) ?? "", timeMs: Date.now() });

  function find(name: string): Endpoint {
    const all = endpointsOf(worker.loaded()?.app ?? { components: [], events: [] });
    const wanted = name.startsWith("/") ? name : `/${name}`;
    const found = all.find((endpoint) => endpoint.name === wanted);
    if (found) return found;
    const known = all.length === 0 ? "It has none." : `It has ${all.map((each) => each.name).join(", ")}.`;
    throw new Error(`The app has no endpoint ${wanted}. ${known}`);
  }

  async function perform(run: Run, endpoint: Endpoint, onEvent: (event: CallEvent) => void): Promise<CallResult> {
    const values: unknown[] = run.event.outputs.map((id) => fields.component(id)?.value ?? null);
    const status = (stage: "pending" | "generating", queue: CallStatus | null): void => {
      const [position, size] = queue?.kind === "queued" ? [queue.position, queue.length] : [null, null];
      onEvent({ ...common(run), type: "status", stage, position, size, message: null, cancelled: false });
    };
    const show = (outputs: readonly OutputData[]): void => {
      outputs.forEach((output, i) => {
        if (output.kind === "value") values[i] = output.value;
        else if (output.kind === "update" && output.options["value"] !== undefined) values[i] = output.options["value"];
      });
      const data = endpoint.returns.map(({ position }) => {
        const component = fields.component(run.event.outputs[position] ?? -1);
        return component ? toCode(component, values[position]) : null;
      });
      onEvent({ ...common(run), type: "data", data });
      if (isGenerator(run.event)) status("generating", null);
    };
    status("pending", null);
    return performRun(run, {
      ...{ user: name, fields, app, turns, pool },
      show: (_, outputs) => show(outputs),
      showsEach: true,
      say(of, now) {
        of.status = now;
        if (now.kind === "queued") status("pending", now);
      },
      onStep: () => undefined,
      onRendered: () => undefined,
    });
  }

  function stop(run: Run): void {
    const nothing = (): void => undefined;
    endRun(run, { isUnderWay: (of) => runs.has(of), say: nothing, onWorkerEnds: nothing });
  }

  const stopFollowing = createRoot((dispose) => {
    // Other code has taken the place of what ran: the session goes on in it.
    createEffect(
      on(
        host.build,
        (build) => {
          if (!build || ended) return;
          worker.start().catch(() => undefined);
          for (const listener of builtListeners) listener();
        },
        { defer: true },
      ),
    );
    return dispose;
  });
  try {
    await worker.start();
  } catch (error) {
    end();
    throw error;
  }

  return {
    ...shared,
    api: () => toApiInfo(endpointsOf(worker.loaded()?.app ?? { components: [], events: [] })),
    async call(endpointName, inputs, { signal, onEvent }) {
      if (runs.size >= maxCalls) throw new Error(`${maxCalls} calls of this client are under way; let some end first.`);
      if (!worker.loaded() || worker.loaded()?.link.over) await worker.start();
      const endpoint = find(endpointName);
      const event = app.event(endpoint.event);
      if (!event || ended) throw new Error("The app has changed meanwhile. Call again.");
      const run = createRun({
        ...{ index: endpoint.event, event, inputs: toInputs(endpoint, inputs, event, fields.component) },
        trigger: { byPerson: true, target: null, data: null, cause: null },
      });
      check(run, endpoint);
      runs.set(run, onEvent);
      endpoints.set(run, endpoint.name);
      const onAbort = (): void => stop(run);
      signal.addEventListener("abort", onAbort, { once: true });
      // It may have been stopped while the worker started.
      if (signal.aborted) onAbort();
      try {
        const result = await perform(run, endpoint, onEvent).catch((error: unknown) => refused(error, endpoint));
        const message = result.kind === "stopped" || signal.aborted ? null : problemIn(run, result);
        const last = { position: null, size: null, message, cancelled: signal.aborted };
        onEvent({ ...common(run), type: "status", stage: message === null ? "complete" : "error", ...last });
        if (message !== null) throw new Error(message);
      } finally {
        signal.removeEventListener("abort", onAbort);
        runs.delete(run);
        endpoints.delete(run);
      }
    },
    end,
  };

  function end(): void {
    if (ended) return;
    ended = true;
    stopFollowing();
    for (const run of runs.keys()) {
      run.left = true;
      run.abort.abort();
    }
    const left = state.leave();
    state.end();
    pool.clear();
    worker.dispose(left);
  }

  function check(run: Run, endpoint: Endpoint): void {
    for (const { name: parameter, position } of endpoint.parameters) {
      const component = fields.component(run.event.inputs[position] ?? -1);
      const wrong = component ? checkInput(component, run.inputs[position]) : null;
      if (wrong !== null) throw new Error(`${endpoint.name}: ${parameter}: ${wrong}`);
    }
  }

  function problemIn(run: Run, result: CallResult): string | null {
    if (result.kind === "refused" && !run.loaded) return messageOf(result.error);
    const loaded = run.loaded ?? worker.loaded();
    const error = loaded && toCallEnd(run, { ...loaded, component: fields.component }, result).error;
    if (!error) return result.kind === "done" ? null : `${run.event.name} was ended.`;
    return [error.title, error.message].filter(Boolean).join(": ");
  }
}

/** What a validator says, by position. */
function refused(error: unknown, { parameters, name }: Endpoint): CallResult {
  if (!(error instanceof InvalidInputs)) return { kind: "refused", error };
  const words = parameters.flatMap((parameter) => {
    const message = error.messages[parameter.position] ?? null;
    return message === null ? [] : [`${parameter.name}: ${message}`];
  });
  return { kind: "refused", error: new Error(`${name}: ${words.join("; ") || error.message}`) };
}

function toApiInfo(endpoints: readonly Endpoint[]): ApiInfo {
  return {
    namedEndpoints: Object.fromEntries(
      endpoints.map(({ name, parameters, returns }) => [
        name,
        {
          parameters: parameters.map((parameter) => ({
            parameterName: parameter.name,
            label: parameter.label,
            component: parameter.component,
            type: parameter.type,
            parameterHasDefault: parameter.hasDefault,
            parameterDefault: parameter.defaultValue,
          })),
          returns: returns.map(({ label, component, type }) => ({ label, component, type })),
        },
      ]),
    ),
  };
}
