// The banners over the panes.

import { createSignal } from "solid-js";
import { randomId } from "../../base/random-id.ts";
import type { Notice } from "../model.ts";
import type { Environment } from "./environment.ts";

export interface Notices {
  readonly all: () => readonly Notice[];
  /** Once, however often it is said. */
  say(tone: Notice["tone"], text: string, action?: Notice["action"]): void;
  dismiss(id: string): void;
}

export function createNotices(): Notices {
  const [all, setAll] = createSignal<readonly Notice[]>([]);
  return {
    all,
    say(tone, text, action = null) {
      if (!all().some((notice) => notice.text === text)) setAll([...all(), { id: randomId(), tone, text, action }]);
    },
    dismiss: (id) => void setAll(all().filter((notice) => notice.id !== id)),
  };
}

/** What is kept in memory only, and why; and when that need not be any more. */
export function sayStorage({ problem, answersLater }: Environment, notices: Notices): void {
  if (problem !== null) notices.say("warning", problem);
  void answersLater.then(async (answers) => {
    if (answers) (await import("./late-store.ts")).offerReload(notices, problem);
  });
}
