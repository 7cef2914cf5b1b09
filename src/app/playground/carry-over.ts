// Carries what lives in the page alone over a reload that the person agreed to, for a newer version of the site: each user's
// session and what the fields and outputs hold. It is stored under a name that only this tab's next page is told, and taken
// out once. A refresh by the person carries nothing: there sessions start anew.

import type { Key } from "../../storage/key.ts";
import type { KeyValueStore } from "../../storage/key-value-store.ts";
import { type CarriedUser, readUser, toUserData, type UserData } from "./carried-user.ts";
import type { CarryMark } from "./carry-mark.ts";
import type { LiveUser } from "./user.ts";

/** Raised with every change that older or newer code could not read. */
const format = 1;

interface Parcel {
  readonly format: number;
  /** The address that it is for: whatever else is opened gets nothing of it. */
  readonly address: string;
  readonly timeMs: number;
  readonly users: readonly UserData[];
}

/** Of pages that never came back. */
const keptMs = 24 * 60 * 60_000;
/** How often it is stored anew because something came meanwhile, as a timer's tick may. */
const maxTimes = 3;

export interface CarryOptions {
  readonly store: KeyValueStore;
  readonly mark: CarryMark;
  users(): readonly LiveUser[];
  /** Saves what is typed. */
  flush(): Promise<void>;
  address(): string;
  now(): number;
  newId(): string;
  /** From true on the page takes no input. */
  hold(held: boolean): void;
}

/** Waits until what people asked for has ended. If it rejects, nothing is carried and the page goes on. */
export async function carryOver(options: CarryOptions): Promise<void> {
  const { store, mark, users } = options;
  const id = options.newId();
  try {
    for (let times = 1; ; times++) {
      while (users().some((user) => user.calling())) {
        options.hold(false);
        await Promise.all(users().map((user) => user.idle()));
      }
      options.hold(true);
      await options.flush();
      const before = versions(users());
      const parcel: Parcel = {
        format,
        address: options.address(),
        timeMs: options.now(),
        users: users().map((user) => toUserData(user.held())),
      };
      await put(store, id, parcel);
      if (times === maxTimes || (versions(users()) === before && !users().some((user) => user.calling()))) break;
    }
    mark.set(id);
  } catch (error) {
    options.hold(false);
    throw error;
  }
  for (const user of users()) user.stay();
}

function versions(users: readonly LiveUser[]): string {
  return users.map((user) => `${user.id} ${user.held().session.version}`).join();
}

function put(store: KeyValueStore, id: string, parcel: Parcel): Promise<void> {
  return store.transact({ keys: [], ranges: [[keyOf(""), keyOf("\uffff")]] }, (_, [found = []]) => ({
    deletes: found.flatMap(([key, value]) => (timeOf(value) < parcel.timeMs - keptMs ? [key] : [])),
    puts: [[keyOf(id), parcel]],
    result: undefined,
  }));
}

/** Takes out what was stored. null: it is not for this address. None: it is gone, or cannot be read. */
export async function takeCarried(
  store: KeyValueStore,
  id: string,
  address: string,
): Promise<readonly CarriedUser[] | null> {
  const stored = await store
    .transact({ keys: [keyOf(id)] }, ([found]) => ({ deletes: [keyOf(id)], result: found }))
    .catch(() => undefined);
  const parcel: Partial<Record<keyof Parcel, unknown>> = Object(stored);
  if (parcel.format !== format || !Array.isArray(parcel.users)) return [];
  if (parcel.address !== address) return null;
  const users = parcel.users.map((user) => readUser(user));
  return users.every((user) => user !== null) ? users : [];
}

function keyOf(id: string): Key {
  return ["carried", id];
}

function timeOf(value: unknown): number {
  const { timeMs }: { readonly timeMs?: unknown } = Object(value);
  return typeof timeMs === "number" ? timeMs : 0;
}
