// Four tabs add items to one shared list. The contest ends for a tab when all of its own items are acknowledged and it
// sees the items of all tabs.

export interface Contestant {
  /** Adds one item; resolves when it is acknowledged. */
  add(item: Item): Promise<unknown>;
  /** Adds items without waiting for one before the next; resolves when all are acknowledged. */
  addAll?(items: readonly Item[]): Promise<unknown>;
  /** How many items this tab sees. */
  count(): number;
  /** `listener` is called whenever that may have changed. */
  subscribe(listener: () => void): void;
}

export interface Item {
  readonly id: string;
  readonly score: number;
}

export interface ContestPlan {
  /** When all tabs start: milliseconds since 1970. */
  readonly startAt: number;
  readonly tab: number;
  readonly items: number;
  /** By all tabs. */
  readonly total: number;
  readonly mode: "awaited" | "outstanding";
}

/** Resolves with the end, in milliseconds since 1970. */
export async function contend(contestant: Contestant, plan: ContestPlan): Promise<number> {
  const items = Array.from({ length: plan.items }, (_, i): Item => ({ id: `${plan.tab}-${i}`, score: i }));
  await new Promise((resolve) => setTimeout(resolve, plan.startAt - Date.now()));
  if (plan.mode === "awaited") for (const item of items) await contestant.add(item);
  else await contestant.addAll?.(items);
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (contestant.count() >= plan.total) resolve();
    };
    contestant.subscribe(look);
    look();
  });
  return performance.timeOrigin + performance.now();
}
