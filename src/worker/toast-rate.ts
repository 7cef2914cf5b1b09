// Lets through as many messages as a person can take in: a few at once, and then a few a second. Of those that were too
// many it says so once, in the console.

import type { ToastData } from "../protocol/toast.ts";
import { toastLimits } from "../protocol/toast.ts";

export interface ToastPorts {
  nowMs(): number;
  send(toast: ToastData): void;
  warn(text: string): void;
}

const burst = 20;
const perSecond = 4;

/** Returns what sends a message. */
export function createToastRate({ nowMs, send, warn }: ToastPorts): (toast: ToastData) => void {
  let allowed = burst;
  let lastMs = nowMs();
  let warned = false;
  return (toast) => {
    const now = nowMs();
    allowed = Math.min(burst, allowed + ((now - lastMs) / 1000) * perSecond);
    lastMs = now;
    if (allowed < 1) {
      if (!warned) warn(`More than ${burst} messages came at once. Those that nobody could read are left out.`);
      warned = true;
      return;
    }
    if (allowed === burst) warned = false;
    allowed -= 1;
    send({
      ...toast,
      title: cut(toast.title, toastLimits.titleChars),
      message: cut(toast.message, toastLimits.messageChars),
    });
  };
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
