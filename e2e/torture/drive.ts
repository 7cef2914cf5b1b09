// What runs in a page to call many times: it does what a person does, as fast as the page takes it, and tells the test of
// each call before it begins and after it has ended. Sent to the page as text, so it may name nothing outside itself.

import type { Call } from "./room-model.ts";

export interface IdCall extends Call {
  readonly id: string;
}

export type Outcome =
  | { readonly kind: "done"; readonly result: unknown }
  /** The card says why. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "stopped" };

/** Times are milliseconds since 1970 by a clock that all pages share and nobody sets. */
export type CallReport =
  | { readonly kind: "start"; readonly call: IdCall; readonly at: number }
  | {
      readonly kind: "end";
      readonly id: string;
      readonly start: number;
      readonly at: number;
      readonly outcome: Outcome;
    };

declare global {
  interface Window {
    /** Given to the pages by the test. */
    reportCall(report: CallReport): Promise<void>;
  }
}

/** `app`: the region of an app with one user. */
export async function drive(app: Element, calls: readonly IdCall[]): Promise<void> {
  const now = () => performance.timeOrigin + performance.now();
  const isIdle = () => app.getAttribute("aria-busy") === "false";
  const alert = () => app.querySelector("[role=alert]");
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  function idle(): Promise<void> {
    return new Promise((resolve) => {
      if (isIdle()) return resolve();
      const observer = new MutationObserver(() => {
        if (!isIdle()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(app, { attributes: true, attributeFilter: ["aria-busy"] });
    });
  }

  function answerTo(id: string): Outcome | null {
    const text = app.querySelector("[role=group][aria-labelledby]")?.textContent;
    const answer = text ? (JSON.parse(text) as { readonly id: string; readonly result: unknown }) : null;
    return answer?.id === id ? { kind: "done", result: answer.result } : null;
  }

  for (const call of calls) {
    await idle();
    await window.reportCall({ kind: "start", call, at: now() });
    const field = app.querySelector("textarea");
    const submit = [...app.querySelectorAll("button")].find((button) => button.textContent === "Submit");
    if (!field || !submit) throw new Error("The app has lost its form.");
    field.value = JSON.stringify(call);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const stale = alert();
    const start = now();
    submit.click();
    let outcome: Outcome | null = null;
    for (let look = 0; !outcome && look < 3; look++) {
      // Between a worker's start and the call that it was started for the app is idle for a moment.
      if (look > 0) await pause(100);
      await idle();
      const said = alert();
      outcome = answerTo(call.id);
      if (!outcome && said && said !== stale) outcome = { kind: "failed", message: said.textContent ?? "" };
    }
    void window.reportCall({ kind: "end", id: call.id, start, at: now(), outcome: outcome ?? { kind: "stopped" } });
  }
}
