// The messages of gr.Info and its like that stand on the page. Code may show more than anybody reads: what is the same is
// counted, what comes too fast is left out, and the oldest go.

import { createSignal } from "solid-js";
import { randomId } from "../../base/random-id.ts";
import type { ErrorData } from "../../protocol/runtime.ts";
import type { ToastData } from "../../protocol/toast.ts";
import { createRateLimit } from "../../sandbox/rate-limit.ts";
import type { Toast, ToastModel } from "../model.ts";

/** A worker of ours sends fewer. */
const perSecond = 8;
const burst = 60;
const most = 60;

export interface ToastList extends ToastModel {
  /** `user`: whose call says it. */
  add(user: number, toast: ToastData): void;
  clear(): void;
}

export function createToastList(now: () => number): ToastList {
  const [all, setAll] = createSignal<readonly Toast[]>([]);
  const rate = createRateLimit({ perSecond, burst, now });
  return {
    all,
    add(user, toast) {
      if (!rate.take(1)) return;
      const same = all().find((each) => each.user === user && isSame(each, toast));
      const next = { ...toast, id: randomId(), user, times: (same?.times ?? 0) + 1 };
      setAll([...all().filter((each) => each !== same), next].slice(-most));
    },
    dismiss: (ids) => void setAll(all().filter(({ id }) => !ids.includes(id))),
    clear: () => void setAll([]),
  };
}

/** What a gr.Error shows besides the card's own error; null for any other error. */
export function errorToast({ message, notice }: ErrorData): ToastData | null {
  if (!notice?.visible) return null;
  return { tone: "error", title: notice.title, message, durationMs: notice.durationMs };
}

function isSame(a: ToastData, b: ToastData): boolean {
  return a.tone === b.tone && a.title === b.title && a.message === b.message;
}
