// A user's worker: waits for its two ports, then serves the runtime on one and reports events on the other.

import { expose } from "comlink";
import type { ConsoleData, WorkerEvent, WorkerInit } from "../protocol/runtime.ts";
import { createCapturedConsole } from "./captured-console.ts";
import { createConsoleBatches } from "./console-batches.ts";
import { describeUncaught, errorText } from "./error-text.ts";
import { createModuleLoader } from "./module-loader.ts";
import { afterMs, createTurn, keepNativePost, nowMs } from "./natives.ts";
import { prepareRealm } from "./realm.ts";
import { createRuntime, type RuntimePorts } from "./runtime.ts";
import { parseFrames } from "./stack-frames.ts";

/** What there is more of in the whole runtime than in that of every day. */
type Extent = Pick<RuntimePorts, "api" | "rendering" | "functionApp">;

export function startWorker(extent: Extent): void {
  addEventListener("message", function start({ data, ports: [calls, events] }: MessageEvent<WorkerInit>): void {
    if (data.type !== "init" || !calls || !events) return;
    removeEventListener("message", start);
    serve(extent, calls, events);
  });
}

function serve(extent: Extent, calls: MessagePort, events: MessagePort): void {
  keepNativePost(calls);
  keepNativePost(events);
  const post = (event: WorkerEvent) => events.postMessage(event);
  const modules = createModuleLoader();
  const describeError = (error: Error) => errorText(error, modules.urls());
  const send = (entries: readonly ConsoleData[], dropped: number) => post({ type: "console", entries, dropped });
  const batches = createConsoleBatches({ nowMs, afterMs, send });
  const timeMs = Date.now;
  const console = createCapturedConsole({
    batches,
    nowMs,
    timeMs,
    callSite: () => parseFrames(new Error().stack ?? "", modules.urls())[0] ?? null,
    describeError,
  });
  prepareRealm(globalThis, {
    console,
    onClose() {
      batches.flush();
      post({ type: "closed" });
    },
    onUncaught: (thrown, how) => batches.add(describeUncaught(thrown, how, { urls: modules.urls(), timeMs: timeMs() })),
  });
  const runtime = createRuntime({
    ...extent,
    evaluate: modules.evaluate,
    setHost: (host) => Object.defineProperty(globalThis, "__interstate", { value: host }),
    moduleUrls: modules.urls,
    post,
    warn: (text) => batches.add({ level: "warn", text, frame: null, timeMs: timeMs() }),
    nowMs,
    afterMs,
    turn: createTurn(),
  });
  expose(runtime, calls);
}
