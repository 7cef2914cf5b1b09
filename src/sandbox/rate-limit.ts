// A token bucket: how many messages a worker may send before it is taken for one that floods the page.

export interface RateLimit {
  /** Takes one token; false when there is none. */
  take(): boolean;
}

export function createRateLimit(options: { perSecond: number; burst: number; now: () => number }): RateLimit {
  let tokens = options.burst;
  let last = options.now();
  return {
    take() {
      const now = options.now();
      tokens = Math.min(options.burst, tokens + ((now - last) / 1000) * options.perSecond);
      last = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
