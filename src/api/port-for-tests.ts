// A port that keeps what is said through it, for as long as a test runs.

import { onTestFinished } from "vitest";
import type { ProgressLevel } from "../protocol/progress.ts";
import type { ToastData } from "../protocol/toast.ts";
import { type CallPort, connectPort } from "./port.ts";

export function connectTestPort() {
  const toasts: ToastData[] = [];
  const warnings: string[] = [];
  const progress: (readonly ProgressLevel[])[] = [];
  let call: CallPort | null = null;
  connectPort({
    appCreated: () => undefined,
    appNested: () => undefined,
    atomic: (callback) => Promise.resolve(callback()),
    call: () => call,
    toast: (toast) => void toasts.push(toast),
    warn: (text) => void warnings.push(text),
  });
  onTestFinished(() => connectPort(null));
  return {
    toasts,
    warnings,
    progress,
    /** From now on a call runs. */
    startCall(said = progress) {
      const facts = { sessionHash: "session", target: null, data: null };
      call = { facts, progress: (levels) => void said.push(levels) };
    },
  };
}
