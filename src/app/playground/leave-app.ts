// What is still called for a user who leaves, or whose State expires: the app's unload listeners, and the callbacks of State
// that was ever written to. Outside of any card, so nobody hears of an error but the console.

import { randomId } from "../../base/random-id.ts";
import type { FreshStateRequest } from "../../protocol/runtime.ts";
import { grantOf } from "./event-facts.ts";
import { type CallOptions, type CallResult, runCall } from "./run-call.ts";
import type { NumberedEvent } from "./user-app.ts";
import type { Loaded } from "./user-worker.ts";

/** A function that takes longer to say goodbye is not waited for. */
const maxMs = 2000;

/** Who leaves. */
export interface Leaving {
  /** Hash of the session. */
  readonly session: string;
  /** State of this session whose callbacks are to hear of it. */
  readonly states: readonly number[];
  /** State, and what it held, of a session that is no more. */
  readonly gone?: readonly (readonly [component: number, value: unknown])[];
}

export async function leaveApp(
  loaded: Loaded,
  unloads: readonly NumberedEvent[],
  { session: sessionHash, states, gone = [] }: Leaving,
): Promise<void> {
  const deletes = states.length > 0 || gone.length > 0;
  if (loaded.link.over || (unloads.length === 0 && !deletes)) return;
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, maxMs));
  const goodbye = async (): Promise<void> => {
    for (const { index, event } of unloads) {
      const id = randomId();
      const grant = grantOf(event);
      await callQuietly(loaded, { id, fn: event.name, grant }, ({ room, session }) =>
        loaded.link.worker.call({
          id,
          event: index,
          inputs: [],
          changed: [],
          validates: false,
          facts: { sessionHash, target: null, data: null },
          next: { component: 0, event: 0, oldest: 0 },
          grant,
          room,
          session,
          browser: [],
        }),
      );
    }
    if (deletes) await freshState(loaded, { components: states, deletes: true, gone });
  };
  await Promise.race([goodbye(), tooLong]);
}

/** Gives State its initial value anew, after its callbacks have heard of what goes. */
export function freshState(
  loaded: Loaded,
  { components, deletes, gone = [] }: Pick<FreshStateRequest, "components" | "deletes" | "gone">,
): Promise<CallResult> {
  const id = randomId();
  const grant = deletes ? "write" : "none";
  return callQuietly(loaded, { id, fn: "deleteCallback", grant }, ({ room, session }) =>
    loaded.link.worker.freshState({ id, components, deletes, gone, grant, room, session }),
  );
}

function callQuietly(
  { link, room, session, program }: Loaded,
  call: Pick<CallOptions, "id" | "fn" | "grant">,
  ask: CallOptions["ask"],
): Promise<CallResult> {
  const nothing = (): void => undefined;
  return runCall({
    ...call,
    user: "",
    code: program.hash,
    room,
    session,
    link,
    limit: 1,
    limitName: call.fn,
    simple: false,
    keys: [],
    signal: new AbortController().signal,
    ask,
    onQueue: nothing,
    onStart: nothing,
    onAnswer: nothing,
    onYield: nothing,
    onProgress: nothing,
    check: nothing,
    show: nothing,
  });
}
