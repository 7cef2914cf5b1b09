// The handles of shared Maps and Sets: genuine instances, so that every brand check passes, whose methods are ours. They
// inherit from a hidden prototype instead of having the methods themselves: that costs a handle nothing, keeps its own
// keys clean, and `instanceof` and `constructor` are right; only Object.getPrototypeOf shows the hidden one.

import { ContainerOf, type MapContainer, type SetContainer } from "./container.ts";
import { type HandleOwner, handleOf, registerHandle } from "./handle.ts";
import { hide } from "./hidden-prototype.ts";
import { nativeMap, nativeSet } from "./natives.ts";

export function createMap(owner: HandleOwner): MapContainer {
  const container = new ContainerOf("map", new SharedMap());
  registerHandle(container.raw, { owner, container });
  return container;
}

export function createSet(owner: HandleOwner): SetContainer {
  const container = new ContainerOf("set", new SharedSet());
  registerHandle(container.raw, { owner, container });
  return container;
}

class SharedMap extends Map<unknown, unknown> {
  override get(key: unknown): unknown {
    return nativeMap.get(this, behind(this).owner.internKey(key));
  }

  override has(key: unknown): boolean {
    return nativeMap.has(this, behind(this).owner.internKey(key));
  }

  override set(key: unknown, value: unknown): this {
    const { owner, container } = behind<MapContainer>(this);
    const name = owner.internKey(key);
    const place = owner.intern(value);
    if (!nativeMap.has(this, name) || !Object.is(nativeMap.get(this, name), place)) {
      owner.change(["map-put", container, name, place]);
    }
    return this;
  }

  override delete(key: unknown): boolean {
    const { owner, container } = behind<MapContainer>(this);
    const name = owner.internKey(key);
    if (!nativeMap.has(this, name)) return false;
    owner.change(["map-drop", container, name]);
    return true;
  }

  override clear(): void {
    const { owner, container } = behind<MapContainer>(this);
    if (this.size > 0) owner.change(["fill", container, ["map", []]]);
  }

  override getOrInsert(key: unknown, value: unknown): unknown {
    if (!this.has(key)) this.set(key, value);
    return this.get(key);
  }

  override getOrInsertComputed(key: unknown, compute: (key: unknown) => unknown): unknown {
    if (!this.has(key)) this.set(key, compute(key));
    return this.get(key);
  }

  override forEach(callback: (value: unknown, key: unknown, map: Map<unknown, unknown>) => void, self?: unknown): void {
    for (const [key, value] of this.entries()) callback.call(self, value, key, this);
  }

  override keys(): MapIterator<unknown> {
    const { owner } = behind(this);
    return mapped(nativeMap.keys(this), (key) => owner.presentKey(key));
  }

  override values(): MapIterator<unknown> {
    return nativeMap.values(this);
  }

  override entries(): MapIterator<[unknown, unknown]> {
    const { owner } = behind(this);
    return mapped(nativeMap.entries(this), ([key, value]) => [owner.presentKey(key), value]);
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries();
  }
}

class SharedSet extends Set<unknown> {
  override has(member: unknown): boolean {
    return nativeSet.has(this, behind(this).owner.internKey(member));
  }

  override add(member: unknown): this {
    const { owner, container } = behind<SetContainer>(this);
    const name = owner.internKey(member);
    if (!nativeSet.has(this, name)) owner.change(["set-add", container, name]);
    return this;
  }

  override delete(member: unknown): boolean {
    const { owner, container } = behind<SetContainer>(this);
    const name = owner.internKey(member);
    if (!nativeSet.has(this, name)) return false;
    owner.change(["set-drop", container, name]);
    return true;
  }

  override clear(): void {
    const { owner, container } = behind<SetContainer>(this);
    if (this.size > 0) owner.change(["fill", container, ["set", []]]);
  }

  override forEach(callback: (value: unknown, key: unknown, set: Set<unknown>) => void, self?: unknown): void {
    for (const member of this.values()) callback.call(self, member, member, this);
  }

  override keys(): SetIterator<unknown> {
    return this.values();
  }

  override values(): SetIterator<unknown> {
    const { owner } = behind(this);
    return mapped(nativeSet.values(this), (member) => owner.presentKey(member));
  }

  override entries(): SetIterator<[unknown, unknown]> {
    return mapped(this.values(), (member) => [member, member]);
  }

  override [Symbol.iterator](): SetIterator<unknown> {
    return this.values();
  }
}

hide(SharedMap, Map);
hide(SharedSet, Set);

// The methods that compare two Sets read the members natively: give them a Set of what a person gets to see.
for (const name of ["union", "intersection", "difference", "symmetricDifference"]) compareAsPlain(name);
for (const name of ["isSubsetOf", "isSupersetOf", "isDisjointFrom"]) compareAsPlain(name);

function compareAsPlain(name: string): void {
  const method: unknown = Reflect.get(Set.prototype, name);
  if (typeof method !== "function") return;
  Object.defineProperty(SharedSet.prototype, name, {
    value(this: Set<unknown>, other: unknown): unknown {
      return Reflect.apply(method, new Set(this), [other]);
    },
    writable: true,
    configurable: true,
  });
}

function behind<C extends MapContainer | SetContainer>(handle: object): { owner: HandleOwner; container: C } {
  const found = handleOf(handle);
  if (!found) throw new TypeError("This method was called on something that is no shared data.");
  return { owner: found.owner, container: found.container as unknown as C };
}

const iteratorPrototype: object = Object.getPrototypeOf(Object.getPrototypeOf([].values()));

/** Like a generator, but it can be gone on with after `break`, as native iterators of Maps can. */
function mapped<From, To>(source: Iterator<From>, present: (value: From) => To): MapIterator<To> {
  return Object.create(iteratorPrototype, {
    next: {
      value(): IteratorResult<To, undefined> {
        const { done, value } = source.next();
        return done ? { done, value: undefined } : { done: false, value: present(value) };
      },
    },
  }) as MapIterator<To>;
}
