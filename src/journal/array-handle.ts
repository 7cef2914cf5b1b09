// The handle of a shared array: a Proxy over the array that holds its places. Reading an element has no trap; methods
// come from a hidden prototype (array-prototype.ts); all other writing is recorded here, element by element.

import { type ArrayContainer, ContainerOf, HOLE, type Raws } from "./container.ts";
import { arrayPrototype } from "./array-prototype.ts";
import { type Handle, type HandleOwner, registerHandle } from "./handle.ts";
import { maxGrowth, maxLength } from "./limits.ts";
import { isArrayIndex } from "./property-order.ts";
import { problemOfDescriptor } from "./plain-descriptor.ts";

type Raw = Raws["array"];

export function createArray(owner: HandleOwner): ArrayContainer {
  const raw: Raw = [];
  Object.setPrototypeOf(raw, arrayPrototype);
  const container = new ContainerOf("array", raw);
  const handler = new ArrayHandler(owner, container);
  registerHandle(new Proxy(raw, handler), handler);
  return container;
}

class ArrayHandler implements ProxyHandler<Raw>, Handle {
  readonly owner: HandleOwner;
  readonly container: ArrayContainer;

  constructor(owner: HandleOwner, container: ArrayContainer) {
    this.owner = owner;
    this.container = container;
  }

  getPrototypeOf(): object {
    return Array.prototype;
  }

  set(raw: Raw, key: string | symbol, value: unknown, receiver: unknown): boolean {
    // An object that inherits from the handle, or the setter of __proto__: as the language does it.
    if (receiver !== this.container.place || key === "__proto__") return Reflect.set(raw, key, value, receiver);
    return this.#put(raw, key, value);
  }

  defineProperty(raw: Raw, key: string | symbol, descriptor: PropertyDescriptor): boolean {
    const own = Object.hasOwn(raw, key);
    // The length of an array is never enumerable or configurable.
    const problem =
      key === "length"
        ? descriptor.writable === false && "cannot be frozen or sealed"
        : problemOfDescriptor(descriptor, own);
    if (problem) return this.#refuse(problem);
    if (own && !("value" in descriptor)) return true;
    return this.#put(raw, key, descriptor.value);
  }

  deleteProperty(raw: Raw, key: string | symbol): boolean {
    if (key === "length") return false;
    if (typeof key === "string" && isArrayIndex(key) && Object.hasOwn(raw, key)) {
      this.owner.change(["at", this.container, Number(key), HOLE]);
    }
    return true;
  }

  preventExtensions(): boolean {
    return this.#refuse("cannot be frozen or sealed");
  }

  setPrototypeOf(_raw: Raw, prototype: object | null): boolean {
    return prototype === Array.prototype || this.#refuse("cannot have another prototype");
  }

  #put(raw: Raw, key: string | symbol, value: unknown): true {
    if (key === "length") return this.#setLength(raw, Number(value));
    if (typeof key === "symbol" || !isArrayIndex(key)) {
      return this.#refuse(`cannot have ${typeof key === "symbol" ? "a symbol as a key" : `a property "${key}"`}`);
    }
    const index = Number(key);
    const place = this.owner.intern(value);
    if (index >= raw.length) {
      this.#setLength(raw, index);
      this.owner.change(["splice", this.container, index, 0, [place]]);
    } else if (!Object.hasOwn(raw, index) || !Object.is(raw[index], place)) {
      this.owner.change(["at", this.container, index, place]);
    }
    return true;
  }

  #setLength(raw: Raw, length: number): true {
    if (length >>> 0 !== length) throw new RangeError("Invalid array length");
    if (length > maxLength || length - raw.length > maxGrowth) {
      throw new RangeError(`${this.owner.describe(this.container)} would get too long for shared data.`);
    }
    if (length !== raw.length) this.owner.change(["length", this.container, length]);
    return true;
  }

  #refuse(problem: string): never {
    throw new TypeError(`${this.owner.describe(this.container)} ${problem}: it is shared data.`);
  }
}

// Otherwise whatever somebody adds to Object.prototype could act as a trap.
Object.setPrototypeOf(ArrayHandler.prototype, null);
