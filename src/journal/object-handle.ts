// The handle of a shared object: a Proxy over what holds its places. Reading has no trap, so the engine does it natively;
// writing is recorded.

import { ContainerOf, emptyRaw, type ObjectContainer, type Raws } from "./container.ts";
import { type Handle, type HandleOwner, registerHandle } from "./handle.ts";
import { problemOfDescriptor } from "./plain-descriptor.ts";

type Raw = Raws["object"];

export function createObject(owner: HandleOwner, kind: "object" | "dict"): ObjectContainer {
  const container = new ContainerOf(kind, emptyRaw(kind)) as ObjectContainer;
  const handler = new ObjectHandler(owner, container);
  registerHandle(new Proxy(container.raw, handler), handler);
  return container;
}

class ObjectHandler implements ProxyHandler<Raw>, Handle {
  readonly owner: HandleOwner;
  readonly container: ObjectContainer;

  constructor(owner: HandleOwner, container: ObjectContainer) {
    this.owner = owner;
    this.container = container;
  }

  set(raw: Raw, key: string | symbol, value: unknown, receiver: unknown): boolean {
    const own = Object.hasOwn(raw, key);
    // An object that inherits from the handle, or the setter of __proto__: as the language does it.
    if (receiver !== this.container.place || (key === "__proto__" && !own && key in raw)) {
      return Reflect.set(raw, key, value, receiver);
    }
    if (typeof key === "symbol") return this.#refuse("cannot have a symbol as a key");
    return this.#put(raw, key, value, own);
  }

  defineProperty(raw: Raw, key: string | symbol, descriptor: PropertyDescriptor): boolean {
    if (typeof key === "symbol") return this.#refuse("cannot have a symbol as a key");
    const own = Object.hasOwn(raw, key);
    const problem = problemOfDescriptor(descriptor, own);
    if (problem) return this.#refuse(problem);
    if (own && !("value" in descriptor)) return true;
    return this.#put(raw, key, descriptor.value, own);
  }

  deleteProperty(raw: Raw, key: string | symbol): boolean {
    if (typeof key === "symbol" || !Object.hasOwn(raw, key)) return true;
    this.owner.change(["drop", this.container, key]);
    return true;
  }

  preventExtensions(): boolean {
    return this.#refuse("cannot be frozen or sealed");
  }

  setPrototypeOf(raw: Raw, prototype: object | null): boolean {
    return prototype === Object.getPrototypeOf(raw) || this.#refuse("cannot have another prototype");
  }

  #put(raw: Raw, key: string, value: unknown, own: boolean): true {
    const place = this.owner.intern(value);
    if (!own || !Object.is(raw[key], place)) this.owner.change(["put", this.container, key, place]);
    return true;
  }

  #refuse(problem: string): never {
    throw new TypeError(`${this.owner.describe(this.container)} ${problem}: it is shared data.`);
  }
}

// Otherwise whatever somebody adds to Object.prototype could act as a trap.
Object.setPrototypeOf(ObjectHandler.prototype, null);
