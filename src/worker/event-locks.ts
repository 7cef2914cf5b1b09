// What the compiler knows of the functions that events call: whether their calls queue for the room's lock, which workers
// will do, and which shared variables a computed value follows.

import type { CompiledModule } from "../protocol/compiled.ts";
import type { AppDeclaration, CallDeclaration } from "../spec/app-declaration.ts";
import type { EventSpec, EventTrigger } from "../spec/app-spec.ts";
import type { HostRecord } from "./compiled-host.ts";

type Module = Pick<CompiledModule, "functions" | "variables">;
/** Of a variable: its slot, and whether it is data. */
type Report = { readonly key: string; readonly data: boolean };

export type LockFinder = (event: EventSpec, call: CallDeclaration | null) => EventSpec;

/** A function that the compiler does not know may do anything. */
export function lockFinder(
  { functions, variables }: Module,
  record: Pick<HostRecord, "functionIndex">,
  reports: readonly Report[],
): LockFinder {
  const isData = new Map(reports.map(({ key, data }) => [key, data]));

  return (event, call) => {
    if (event.action.kind !== "call") return event;
    const known = (call?.callsOnly ?? [call?.fn]).map((fn) => functions[record.functionIndex(fn) ?? -1]);
    const reaches = known.map((info) => info?.reaches ?? null);
    const reached = reaches.includes(null)
      ? null
      : reaches.flatMap((indexes) => indexes?.flatMap((index) => variables[index] ?? []) ?? []);
    const follows = event.triggers.some(({ kind }) => kind === "shared");
    const anywhere =
      reached !== null && event.action.renders === null && reached.every(({ key }) => isData.get(key) !== false);
    // What computes a value never writes: it runs whenever somebody else has.
    const writes = !follows && known.some((info) => info?.writes ?? true);
    const shared = reached?.filter(({ role, key }) => role === "shared" && isData.get(key) !== false) ?? null;
    const slots = shared && shared.map(({ key }) => key);
    return {
      ...event,
      action: { ...event.action, writes, anywhere },
      triggers: event.triggers.flatMap((trigger): EventTrigger[] => {
        if (trigger.kind !== "shared") return [trigger];
        return slots?.length === 0 ? [] : [{ ...trigger, slots }];
      }),
    };
  };
}

export function withLocks(declaration: AppDeclaration, withLock: LockFinder): AppDeclaration {
  const events = declaration.app.events.map((event, index) => withLock(event, declaration.calls[index] ?? null));
  return { ...declaration, app: { ...declaration.app, events } };
}
