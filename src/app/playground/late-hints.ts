// The hints on errors, loaded when there is a first error to say something of: whoever shows it reads them as a signal.

import { createSignal } from "solid-js";
import type { ErrorData } from "../../protocol/runtime.ts";
import type { HintProgram } from "./error-hint.ts";
import { loadOnce } from "./load-once.ts";

type Hint = (error: ErrorData, program: HintProgram) => string;

const [known, setKnown] = createSignal<Hint | null>(null);

const load = loadOnce(async () => {
  const { errorHint } = await import("./error-hint.ts");
  setKnown(() => errorHint);
});

/** What is known of it yet: "" also if the hints cannot be loaded, since the error says enough. */
export function lateHint(error: ErrorData, program: HintProgram): string {
  const hint = known();
  if (!hint) load().catch(() => undefined);
  return hint?.(error, program) ?? "";
}
