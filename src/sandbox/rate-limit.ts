// A token bucket: how much a worker may send before it is taken for one that floods the page.

export interface RateLimit {
  /** Takes tokens; false, and none taken, when there are not that many. */
  take(amount: number): boolean;
}

export function createRateLimit(options: { perSecond: number; burst: number; now: () => number }): RateLimit {
  let tokens = options.burst;
  let last = options.now();
  return {
    take(amount) {
      const now = options.now();
      tokens = Math.min(options.burst, tokens + ((now - last) / 1000) * options.perSecond);
      last = now;
      if (tokens < amount) return false;
      tokens -= amount;
      return true;
    },
  };
}
