// State with a time to live: when it has not been written to for so long, it expires.

export interface Expiry {
  /** It was written to: its time begins anew. */
  written(component: number, seconds: number): void;
  end(): void;
}

export function createExpiry(expire: (component: number) => void): Expiry {
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  return {
    written(component, seconds) {
      clearTimeout(timers.get(component));
      const timer = setTimeout(() => {
        timers.delete(component);
        expire(component);
      }, seconds * 1000);
      timers.set(component, timer);
    },
    end() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
