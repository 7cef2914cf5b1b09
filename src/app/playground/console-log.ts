// The console's lines: bounded, and told to the views at most once a frame however fast they come.

import { batch, createSignal } from "solid-js";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { UncheckedEvent } from "../../sandbox/unchecked.ts";
import type { ConsoleLine, ConsoleModel } from "../model.ts";
import { frameRange } from "./problems.ts";

const maxLines = 1000;

export interface ConsoleLog extends ConsoleModel {
  add(lines: readonly Omit<ConsoleLine, "id">[], dropped: number): void;
  /** What a worker says. `user`: whose it is; null: nobody's who has a card. */
  take(event: ConsoleEvent, program: CompiledModule, user: number | null): void;
}

type ConsoleEvent = Extract<UncheckedEvent, { readonly type: "console" }>;

export function createConsoleLog(): ConsoleLog {
  const [lines, setLines] = createSignal<readonly ConsoleLine[]>([]);
  const [dropped, setDropped] = createSignal(0);
  let nextId = 1;
  let waiting: ConsoleLine[] = [];
  let waitingDropped = 0;
  let scheduled = false;

  function show(): void {
    scheduled = false;
    const all = [...lines(), ...waiting];
    const cut = Math.max(0, all.length - maxLines);
    const more = waitingDropped + cut;
    waiting = [];
    waitingDropped = 0;
    batch(() => {
      setLines(all.slice(cut));
      setDropped((count) => count + more);
    });
  }

  const log: ConsoleLog = {
    lines,
    dropped,
    take({ entries, dropped: left }, program, user) {
      const lines = entries.map(({ frame, ...entry }) => ({
        ...{ ...entry, user },
        range: frame && frameRange(frame, program),
      }));
      log.add(lines, left);
    },
    clear() {
      waiting = [];
      waitingDropped = 0;
      batch(() => {
        setLines([]);
        setDropped(0);
      });
    },
    add(added, left) {
      for (const line of added) waiting.push({ id: nextId++, ...line });
      waitingDropped += left;
      if (waiting.length > 2 * maxLines) {
        waitingDropped += waiting.length - maxLines;
        waiting = waiting.slice(-maxLines);
      }
      if (scheduled) return;
      scheduled = true;
      // A timer, not a frame: frames stop in a hidden tab, and memory must not grow there.
      setTimeout(show, 16);
    },
  };
  return log;
}
