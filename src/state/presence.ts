// How many tabs have a room open. By messages alone, so a tab that crashed is counted until it has been silent for long.

import type { Channel } from "./channel.ts";

export interface Presence {
  /** This one included. */
  tabs(): number;
  /** Called after each change of the number. */
  subscribe(listener: (tabs: number) => void): () => void;
  /** This tab goes, perhaps to come back: the page is left or kept for going back to. */
  leave(): void;
  join(): void;
  dispose(): void;
}

export interface PresenceOptions {
  readonly room: string;
  readonly tab: string;
  readonly channel: Channel;
  /** Any clock that does not go back. */
  readonly now: () => number;
}

type Sign = "hello" | "here" | "bye";

const heartbeatMs = 20_000;
/** Browsers let the timers of a tab in the background run once a minute. */
const silenceMs = 150_000;

export function createPresence({ room, tab, channel, now }: PresenceOptions): Presence {
  /** When the others were heard last. */
  const heard = new Map<string, number>();
  const listeners = new Set<(tabs: number) => void>();
  let count = 1;
  let heartbeat: ReturnType<typeof setInterval> | null = null;

  function send(sign: Sign): void {
    channel.post({ type: "presence", room, tab, sign });
  }

  function recount(): void {
    for (const [other, time] of heard) if (now() - time > silenceMs) heard.delete(other);
    if (count === heard.size + 1) return;
    count = heard.size + 1;
    for (const listener of listeners) listener(count);
  }

  function join(): void {
    if (heartbeat) return;
    heartbeat = setInterval(() => {
      send("here");
      recount();
    }, heartbeatMs);
    send("hello");
  }

  function leave(): void {
    if (!heartbeat) return;
    clearInterval(heartbeat);
    heartbeat = null;
    send("bye");
  }

  const stopListening = channel.listen({
    onMessage(message) {
      const signal = parseSign(message, room);
      if (!signal || !heartbeat) return;
      if (signal.sign === "bye") heard.delete(signal.tab);
      else heard.set(signal.tab, now());
      if (signal.sign === "hello") send("here");
      recount();
    },
    // A lost sign is made good by the next one.
    onLoss: () => undefined,
  });
  join();

  return {
    tabs: () => count,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    join,
    leave,
    dispose() {
      leave();
      stopListening();
      listeners.clear();
    },
  };
}

function parseSign(message: unknown, room: string): { readonly tab: string; readonly sign: Sign } | null {
  if (typeof message !== "object" || message === null) return null;
  const { type, room: to, tab, sign } = message as Record<string, unknown>;
  if (type !== "presence" || to !== room || typeof tab !== "string") return null;
  return sign === "hello" || sign === "here" || sign === "bye" ? { tab, sign } : null;
}
