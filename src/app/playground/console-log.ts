// The console's lines: bounded, and told to the views at most once a frame however fast they come.

import { batch, createSignal } from "solid-js";
import type { ConsoleLine, ConsoleModel } from "../model.ts";

const maxLines = 1000;

export interface ConsoleLog extends ConsoleModel {
  add(lines: readonly Omit<ConsoleLine, "id">[], dropped: number): void;
}

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

  return {
    lines,
    dropped,
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
}
