// The edits of a Map's keys and a Set's members. Each works in place and returns what undoes it, the place in the order
// of iteration included.

import type { Change } from "./change.ts";
import type { MapContainer, SetContainer } from "./container.ts";
import { type Boxed, LinkedKeys } from "./key-order.ts";
import { nativeMap, nativeSet } from "./natives.ts";

/** So many keys are walked to find the next one before an order of keys is built. Queues delete near the front. */
const WALK = 32;

export function putEntry(container: MapContainer, key: unknown, value: unknown, before?: Boxed): Change {
  const { raw } = container;
  if (nativeMap.has(raw, key)) {
    const old = nativeMap.get(raw, key);
    nativeMap.set(raw, key, value);
    return ["map-put", container, key, old];
  }
  if (before) {
    container.order ??= new LinkedKeys(nativeMap.keys(raw));
    container.isShuffled = true;
  }
  nativeMap.set(raw, key, value);
  container.order?.add(key, before);
  return ["map-drop", container, key];
}

export function dropEntry(container: MapContainer, key: unknown): Change {
  const { raw } = container;
  const old = nativeMap.get(raw, key);
  const before = keyAfter(container, () => nativeMap.keys(raw), key);
  nativeMap.delete(raw, key);
  container.order?.delete(key);
  return before ? ["map-put", container, key, old, before] : ["map-put", container, key, old];
}

export function addMember(container: SetContainer, member: unknown, before?: Boxed): Change {
  const { raw } = container;
  if (before) {
    container.order ??= new LinkedKeys(nativeSet.values(raw));
    container.isShuffled = true;
  }
  nativeSet.add(raw, member);
  container.order?.add(member, before);
  return ["set-drop", container, member];
}

export function dropMember(container: SetContainer, member: unknown): Change {
  const { raw } = container;
  const before = keyAfter(container, () => nativeSet.values(raw), member);
  nativeSet.delete(raw, member);
  container.order?.delete(member);
  return before ? ["set-add", container, member, before] : ["set-add", container, member];
}

function keyAfter(
  container: MapContainer | SetContainer,
  keys: () => Iterator<unknown>,
  key: unknown,
): Boxed | undefined {
  if (!container.order) {
    const walk = keys();
    for (let steps = 0; steps < WALK; steps++) {
      const { done, value } = walk.next();
      if (done) return undefined;
      if (!same(value, key)) continue;
      const next = walk.next();
      return next.done ? undefined : [next.value];
    }
    container.order = new LinkedKeys({ [Symbol.iterator]: keys });
  }
  return container.order.after(key);
}

/** As Maps compare: NaN is itself, and -0 never gets into one. */
function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== a && b !== b);
}
