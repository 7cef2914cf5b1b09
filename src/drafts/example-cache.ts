// Outputs of an app's examples, by the hash of its code: an example that somebody has tried need not run again. The newest
// are kept; losing one costs a run, so no failure here is ever reported.

import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";

/** Which outputs: of the code with this hash, for this event, and inputs of this text. */
export interface ExampleKey {
  readonly code: string;
  readonly event: number;
  readonly example: string;
}

export interface ExampleCache {
  /** By position of the event's outputs; undefined if there are none. */
  load(key: ExampleKey): Promise<readonly unknown[] | undefined>;
  save(key: ExampleKey, outputs: readonly unknown[]): Promise<void>;
}

const indexKey: Key = ["example"];
const kept = 200;

export function createExampleCache(store: KeyValueStore): ExampleCache {
  return {
    async load(key) {
      const stored = await store.get(toKey(nameOf(key))).catch(() => undefined);
      return Array.isArray(stored) ? (stored as readonly unknown[]) : undefined;
    },
    async save(key, outputs) {
      const name = nameOf(key);
      const saving = store.transact({ keys: [indexKey] }, ([stored]) => {
        const others = toNames(stored).filter((each) => each !== name);
        return {
          puts: [
            [toKey(name), outputs],
            [indexKey, [name, ...others.slice(0, kept - 1)]],
          ],
          deletes: others.slice(kept - 1).map(toKey),
          result: undefined,
        };
      });
      await saving.catch(() => undefined);
    },
  };
}

/** All of it: whose example is which nobody knows. */
export const exampleRange: KeyRange = [indexKey, toKey("\uffff")];

function nameOf({ code, event, example }: ExampleKey): string {
  return `${code} ${event} ${example}`;
}

function toKey(name: string): Key {
  return ["example", name];
}

function toNames(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}
