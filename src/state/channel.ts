// The port to the other tabs of this app, and BroadcastChannel behind it. Messages may be lost, late or out of order:
// whoever listens must be able to do without.

export interface Channel {
  /** Tells all other tabs. */
  post(message: unknown): void;
  listen(listener: ChannelListener): () => void;
  close(): void;
}

export interface ChannelListener {
  onMessage(message: unknown): void;
  /** Something came that could not be read. */
  onLoss(): void;
}

/** null if this browser has no BroadcastChannel, or does not let this page use it. */
export function openChannel(name: string): Channel | null {
  try {
    return overBroadcast(new BroadcastChannel(name));
  } catch {
    // There is nothing in the error that a person could act on; the caller says what follows from it.
    return null;
  }
}

function overBroadcast(broadcast: BroadcastChannel): Channel {
  return {
    post: (message) => broadcast.postMessage(message),
    listen(listener) {
      const stop = new AbortController();
      const { signal } = stop;
      broadcast.addEventListener("message", (event: MessageEvent<unknown>) => listener.onMessage(event.data), {
        signal,
      });
      broadcast.addEventListener("messageerror", () => listener.onLoss(), { signal });
      return () => stop.abort();
    },
    close: () => broadcast.close(),
  };
}
