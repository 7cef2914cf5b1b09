// Values that `gr.local(…)` keeps to one worker. They may look like data, and are none: sharing them would take them away
// from who has them.

const locals = new WeakSet<object>();
/** Most programs have none. */
let any = false;

export function markLocal(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  locals.add(value);
  any = true;
}

export function isLocal(value: object): boolean {
  return any && locals.has(value);
}
