// The handle of a shared Date: a genuine Date whose setters are recorded. See collection-handle.ts for why it inherits
// from a hidden prototype.

import { ContainerOf } from "./container.ts";
import { type HandleOwner, handleOf, registerHandle } from "./handle.ts";
import { hide } from "./hidden-prototype.ts";
import { nativeDate } from "./natives.ts";

export function createDate(owner: HandleOwner): ContainerOf<"date"> {
  const container = new ContainerOf("date", new SharedDate(NaN) as Date);
  registerHandle(container.raw, { owner, container });
  return container;
}

class SharedDate extends Date {}

hide(SharedDate, Date);
for (const name of Object.getOwnPropertyNames(Date.prototype)) if (name.startsWith("set")) record(name);

function record(name: string): void {
  const setter: unknown = Reflect.get(Date.prototype, name);
  if (typeof setter !== "function") return;
  Object.defineProperty(SharedDate.prototype, name, {
    value(this: Date, ...args: unknown[]): unknown {
      const found = handleOf(this);
      if (found?.container.kind !== "date") return Reflect.apply(setter, this, args);
      const scratch = new Date(nativeDate.getTime(this));
      const result: unknown = Reflect.apply(setter, scratch, args);
      const time = scratch.getTime();
      if (!Object.is(time, nativeDate.getTime(this))) {
        found.owner.change(["fill", found.container, ["date", time]]);
      }
      return result;
    },
    writable: true,
    configurable: true,
  });
}
