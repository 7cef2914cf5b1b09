// The steps of random programs: what they do to one object, in a plain or a shared world.

export type World = Record<string, unknown>;

export interface Step {
  readonly on: number;
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/** expect() is too slow for so many comparisons. */
export function same(a: unknown, b: unknown, what: string): void {
  if (!Object.is(a, b)) throw new Error(`${what}: ${String(a)} is not ${String(b)}`);
}

export interface Pair {
  readonly plain: object;
  readonly shared: object;
}

/** The same steps in both worlds; returns the objects that were in hand. */
export function run(
  plain: World,
  shared: World,
  objects: readonly object[],
  known: readonly (object | undefined)[],
  steps: readonly Step[],
): Pair[] {
  const hand: Pair[] = objects.flatMap((each, i) => {
    const other = known[i];
    return other ? [{ plain: each, shared: other }] : [];
  });
  for (const each of steps) {
    const on = hand[each.on % hand.length];
    if (!on) break;
    const values = [valueOf(each, hand, "plain"), valueOf(each, hand, "shared")];
    const results = [act(plain, on.plain, each, values[0]), act(shared, on.shared, each, values[1])];
    const [a, b] = results;
    if (typeof a !== "object" || a === null) same(b, a, "the same result");
    for (const [mine, other] of [values, results]) {
      if (typeof mine !== "object" || mine === null || hand.some((pair) => pair.plain === mine)) continue;
      hand.push({ plain: mine, shared: other as object });
    }
  }
  return hand;
}

function valueOf({ value, a }: Step, hand: readonly Pair[], side: "plain" | "shared"): unknown {
  const other = (): unknown => hand[(value * 7 + a) % hand.length]?.[side];
  const made: (() => unknown)[] = [
    () => a,
    () => `t${a}`,
    () => undefined,
    () => null,
    () => NaN,
    () => -0,
    () => 12n,
    () => true,
    () => ({}),
    () => ({ n: a, in: { deep: [other()] } }),
    () => [],
    () => Object.assign([a, [other()]], { 3: { z: 1 } }),
    () => new Map([[other(), { v: a }]]),
    () => new Set([other(), "s"]),
    () => new Date(a),
    () => Object.assign(Object.create(null) as object, { d: other() }),
    () => /x/g,
    () => Uint8Array.of(a, 2, 3),
  ];
  return value < made.length ? made[value]?.() : other();
}

function act(world: World, on: object, { what, a, b }: Step, value: unknown): unknown {
  if (what === 30) return void (world[Object.keys(world)[a % 6] ?? ""] = value);
  try {
    if (Array.isArray(on)) return actOnArray(on, what, a, b, value);
    if (on instanceof Map) return actOnMap(on, what, a, value);
    if (on instanceof Set) return actOnSet(on, what, a, value);
    if (on instanceof Date) return what % 2 ? on.setMonth(a) : on.setTime(a);
    if (on instanceof Uint8Array) return what % 3 ? void (on[a] = what) : void on.sort().fill(a, 1, 2);
    if (on instanceof RegExp) return on.source;
    return actOnObject(on as Record<string, unknown>, what, a, b, value);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return error.name;
    throw error;
  }
}

const byText = (x: unknown, y: unknown): number =>
  typeof x < typeof y ? -1 : typeof x > typeof y ? 1 : Number(x) - Number(y) || 0;

function actOnArray(on: unknown[], what: number, a: number, b: number, value: unknown): unknown {
  const acts: (() => unknown)[] = [
    () => on.push(value),
    () => on.push(value, a, value),
    () => on.pop(),
    () => on.shift(),
    () => on.unshift(value, b),
    () => on.splice(a, b).length,
    () => on.splice(a, b, value, a)[0],
    () => void on.sort(),
    () => void on.sort(byText),
    () => void on.reverse(),
    () => void on.fill(value, a, b),
    () => void on.copyWithin(a, b),
    () => void (on[a] = value),
    () => void (on.length = a),
    () => delete on[a],
    () => void ([on[0], on[a]] = [on[a], on[0]]),
    () => on.includes(value),
    () => on.indexOf(value),
    () => on.lastIndexOf(value),
    () => on.at(-1),
    () => on.find((each) => each === value),
    () => Array.prototype.push.call(on, value),
    () => Array.prototype.shift.call(on),
    () => Object.assign(on, [value, a]) === on,
    () => void Object.defineProperty(on, a, { value, writable: true, enumerable: true, configurable: true }),
    () => on.reduce<number>((sum, each) => sum + (typeof each === "number" ? each : 1), 0),
    () => on.filter((_, i) => i % 2).length,
    () => on.map((each) => each === value).join(),
    () => on.concat([value], on).length,
    () => [...on].length,
  ];
  return acts[what % acts.length]?.();
}

function actOnObject(on: Record<string, unknown>, what: number, a: number, b: number, value: unknown): unknown {
  const keys = ["a", "b", "c", "2", "1", "constructor", "z", "length"];
  const key = keys[a] ?? "a";
  const acts: (() => unknown)[] = [
    () => void (on[key] = value),
    () => void (on[key] = value),
    () => delete on[key],
    () => Object.assign(on, { [key]: value, q: b }) === on,
    () => void Object.defineProperty(on, "__proto__", { value, writable: true, enumerable: true, configurable: true }),
    () => Reflect.deleteProperty(on, "__proto__"),
    () => (Object.hasOwn(on, key) ? on[key] : null),
    () => Object.keys(on).join(),
    () => {
      const old = on[key];
      delete on[key];
      on[key] = Object.hasOwn(on, key) ? 0 : typeof old === "function" ? 1 : old;
    },
  ];
  return acts[what % acts.length]?.();
}

function actOnMap(on: Map<unknown, unknown>, what: number, a: number, value: unknown): unknown {
  const acts: (() => unknown)[] = [
    () => on.set(value, a) === on,
    () => on.set(a, value) === on,
    () => on.set(value, value) === on,
    () => on.delete(value),
    () => on.delete(a),
    () => (a === 0 ? on.clear() : on.size),
    () => on.get(value),
    () => on.has(value),
    () => [...on.keys()][a],
    () => on.delete([...on.keys()][a]),
  ];
  return acts[what % acts.length]?.();
}

function actOnSet(on: Set<unknown>, what: number, a: number, value: unknown): unknown {
  const acts: (() => unknown)[] = [
    () => on.add(value) === on,
    () => on.add(a) === on,
    () => on.delete(value),
    () => on.delete([...on][a]),
    () => (a === 0 ? on.clear() : on.size),
    () => on.has(value),
    () => [...on][a],
  ];
  return acts[what % acts.length]?.();
}
