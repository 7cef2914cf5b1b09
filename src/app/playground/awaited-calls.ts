// What is seen at each output that a call will say what to show: of the call that began last. Only the outputs whose call says
// something new are told, as a page may have a thousand.

import { type Accessor, batch, createComputed } from "solid-js";
import type { AwaitedCall, CallStatus } from "../model.ts";
import type { FieldValues } from "./field-values.ts";
import type { Run } from "./run.ts";

export function showAwaited(status: Accessor<ReadonlyMap<Run, CallStatus>>, fields: FieldValues): void {
  createComputed<ReadonlyMap<number, AwaitedCall>>((before) => {
    const now = awaitedCalls(status());
    batch(() => {
      for (const [component, call] of now) fields.setAwaited(component, call);
      for (const component of before.keys()) if (!now.has(component)) fields.setAwaited(component, null);
    });
    return now;
  }, new Map());
}

function awaitedCalls(status: ReadonlyMap<Run, CallStatus>): ReadonlyMap<number, AwaitedCall> {
  const awaited = new Map<number, AwaitedCall>();
  for (const [{ event }, now] of status) {
    if (event.showProgress === "hidden") continue;
    const call: AwaitedCall = { status: now, shows: event.showProgress };
    for (const component of event.outputs) awaited.set(component, call);
  }
  return awaited;
}
