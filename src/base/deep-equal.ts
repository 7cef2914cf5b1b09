// Whether two values are the same data: plain objects, lists, Maps, Sets and dates by what is in them, all else by
// identity. Cycles are the same if they are the same cycles.

export function deepEqual(a: unknown, b: unknown): boolean {
  return isEqual(a, b, new Map());
}

function isEqual(a: unknown, b: unknown, open: Map<object, object>): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (open.get(a) === b) return true;
  open.set(a, b);
  const equal = isEqualInside(a, b, open);
  open.delete(a);
  return equal;
}

function isEqualInside(a: object, b: object, open: Map<object, object>): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((each, i) => isEqual(each, b[i], open));
  if (a instanceof Map) return b instanceof Map && isEqualMap(a, b, open);
  if (a instanceof Set) return b instanceof Set && isEqualSet(a, b, open);
  if (a instanceof Date) return b instanceof Date && Object.is(a.getTime(), b.getTime());
  if (ArrayBuffer.isView(a)) return ArrayBuffer.isView(b) && isEqualView(a, b);
  if (a instanceof ArrayBuffer) return b instanceof ArrayBuffer && isEqualView(new Uint8Array(a), new Uint8Array(b));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key], open))
  );
}

function isEqualMap(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
  open: Map<object, object>,
): boolean {
  if (a.size !== b.size) return false;
  const rest = new Map(b);
  for (const [key, value] of a) {
    const match = rest.has(key) ? key : [...rest.keys()].find((each) => isEqual(key, each, open));
    if (!rest.has(match) || !isEqual(value, rest.get(match), open)) return false;
    rest.delete(match);
  }
  return true;
}

function isEqualSet(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>, open: Map<object, object>): boolean {
  if (a.size !== b.size) return false;
  const rest = new Set(b);
  for (const member of a) {
    const match = rest.has(member) ? member : [...rest].find((each) => isEqual(member, each, open));
    if (!rest.has(match)) return false;
    rest.delete(match);
  }
  return true;
}

function isEqualView(a: ArrayBufferView, b: ArrayBufferView): boolean {
  if (a.constructor !== b.constructor || a.byteLength !== b.byteLength) return false;
  const [left, right] = [a, b].map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return left !== undefined && right !== undefined && left.every((byte, i) => byte === right[i]);
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
