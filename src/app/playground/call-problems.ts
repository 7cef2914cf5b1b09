// The problems of the users' last calls, for the editor: each for as long as there is that user, and the session it was in.

import { type Accessor, createMemo, createSignal } from "solid-js";
import type { Session } from "../../state/session.ts";
import type { Problem } from "../model.ts";
import { fromError } from "./problems.ts";
import type { CallResult } from "./run-call.ts";
import type { Loaded } from "./user-worker.ts";
import type { LiveUser } from "./user.ts";

export interface CallProblems {
  readonly all: Accessor<readonly Problem[]>;
  ended(
    user: Pick<LiveUser, "session">,
    result: CallResult,
    loaded: Pick<Loaded, "program" | "network" | "session">,
  ): void;
  /** Other code runs. */
  clear(): void;
}

type Found = ReadonlyMap<Pick<LiveUser, "session">, { readonly problem: Problem; readonly session: Session }>;

export function createCallProblems(users: Accessor<readonly Pick<LiveUser, "session">[]>): CallProblems {
  const [found, setFound] = createSignal<Found>(new Map());
  return {
    all: createMemo(() =>
      users().flatMap((user) => {
        const last = found().get(user);
        return last?.session === user.session() ? [last.problem] : [];
      }),
    ),
    ended(user, result, { program, network, session }) {
      const next = new Map(found());
      next.delete(user);
      if (result.kind === "threw" && result.error.notice?.isProblem !== false)
        next.set(user, { problem: fromError("call", result.error, { ...program, allowed: network }), session });
      setFound(next);
    },
    clear: () => setFound(new Map()),
  };
}
