// The model of the State panel, which is made when somebody looks, or may change the code: until then it is only kept what
// it will have to know.

import { createEffect, createSignal } from "solid-js";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { StateModel } from "../model.ts";
import type { Build } from "./builds.ts";
import { loadOnce } from "./load-once.ts";
import type { Rooms } from "./rooms.ts";
import type { StateTracker } from "./state-model.ts";
import type { LiveUser } from "./user.ts";

export interface LateState {
  loaded: StateTracker["loaded"];
  /** Rejects if it could not be loaded; whoever asks again tries again. */
  model(): Promise<StateModel>;
}

interface LateStateOptions {
  readonly tab: string;
  now(): number;
  users(): readonly LiveUser[];
  current(): Build | null;
  readonly sandbox: Sandbox;
  readonly rooms: Pick<Rooms, "discard">;
  /** Says what went wrong with something that was asked for. */
  orNotice(work: Promise<void>): Promise<void>;
}

export function createLateState(options: LateStateOptions): LateState {
  const { users, current, sandbox, rooms, orNotice } = options;
  const [tracker, setTracker] = createSignal<StateTracker | null>(null);
  let last: Parameters<StateTracker["loaded"]> | null = null;
  createEffect(() => tracker()?.watchUsers(users()));

  return {
    loaded(...told) {
      last = told;
      tracker()?.loaded(...told);
    },
    model: loadOnce(async () => {
      const { createStateTracker, resetRow } = await import("./state-model.ts");
      const made = createStateTracker(options);
      if (last) made.loaded(...last);
      setTracker(made);
      return {
        ...made,
        async reset(key) {
          const now = current();
          if (now) await orNotice(resetRow({ ...now, sandbox, key }));
        },
        discard: (key) => orNotice(rooms.discard(key)),
      };
    }),
  };
}
