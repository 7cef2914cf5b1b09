// What a page's going and coming means for its room: a page that is kept for going back to, or frozen, misses messages
// and must not wait for locks.

import type { Presence } from "./presence.ts";
import type { Room } from "./room.ts";

export interface LifecycleOptions {
  readonly room: Pick<Room, "catchUp" | "pause" | "resume">;
  readonly presence?: Pick<Presence, "join" | "leave">;
  /** The window: all these events pass through it. */
  readonly target: EventTarget;
  readonly isVisible: () => boolean;
  /** Catching up failed. It is tried again at the next event. */
  onProblem(error: Error): void;
}

/** A message may be lost without anybody's notice. */
const checkMs = 30_000;

/** Returns what ends the watch. */
export function watchLifecycle({ room, presence, target, isVisible, onProblem }: LifecycleOptions): () => void {
  const stop = new AbortController();
  // Some of these events do not bubble from the document, but all are captured on their way to it.
  const on = (type: string, listener: (event: Event) => void): void =>
    target.addEventListener(type, listener, { capture: true, signal: stop.signal });
  let lastProblem = "";
  const look = (): void => {
    room.catchUp().then(
      () => (lastProblem = ""),
      (error: unknown) => {
        const problem = error instanceof Error ? error : new Error(String(error));
        // What lasts is told once.
        if (problem.message !== lastProblem) onProblem(problem);
        lastProblem = problem.message;
      },
    );
  };
  const check = setInterval(() => {
    if (isVisible()) look();
  }, checkMs);

  on("focus", (event) => {
    // Not of every field in the page.
    if (event.target === target) look();
  });
  on("visibilitychange", () => {
    if (isVisible()) look();
  });
  on("freeze", () => room.pause());
  on("resume", () => room.resume());
  on("pagehide", () => {
    presence?.leave();
    room.pause();
  });
  on("pageshow", (event) => {
    if (!("persisted" in event) || event.persisted !== true) return;
    presence?.join();
    room.resume();
  });
  return () => {
    stop.abort();
    clearInterval(check);
  };
}
