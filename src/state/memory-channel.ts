// A channel within one page, for browsers without BroadcastChannel and for tests, where each connection stands for a tab.

import type { Channel, ChannelListener } from "./channel.ts";

export interface MemoryChannel {
  /** Another tab. */
  connect(): Channel;
}

export function createMemoryChannel(): MemoryChannel {
  const tabs = new Set<Set<ChannelListener>>();
  return {
    connect() {
      const mine = new Set<ChannelListener>();
      tabs.add(mine);
      return {
        post(message) {
          if (!tabs.has(mine)) return;
          for (const listeners of tabs) {
            if (listeners === mine) continue;
            const copy: unknown = structuredClone(message);
            queueMicrotask(() => listeners.forEach((listener) => listener.onMessage(copy)));
          }
        },
        listen(listener) {
          mine.add(listener);
          return () => void mine.delete(listener);
        },
        close: () => void tabs.delete(mine),
      };
    },
  };
}
