import { expect, test, vi } from "vitest";
import { prepareRealm, type Scope } from "./realm.ts";

class Poster {
  posted: unknown[] = [];
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
}

function setup() {
  const order: string[] = [];
  const listeners = new Map<string, (event: never) => void>();
  const onUncaught = vi.fn();
  const scope = Object.assign(new Poster(), {
    console: {},
    structuredClone: (value: unknown) => value,
    close: () => void order.push("closed"),
    MessagePort: Poster,
    BroadcastChannel: Poster,
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
  });
  prepareRealm(scope as unknown as Scope, { console: {}, onUncaught, onClose: () => void order.push("told") });
  return { scope, order, listeners, onUncaught };
}

test("code that closes its worker says so first", () => {
  const { scope, order } = setup();
  scope.close();
  expect(order).toEqual(["told", "closed"]);
});

test("an error that nobody caught is passed on and goes no further", () => {
  const { listeners, onUncaught } = setup();
  const preventDefault = vi.fn();
  listeners.get("error")?.({ error: "broken", preventDefault } as never);
  listeners.get("unhandledrejection")?.({ reason: "refused", preventDefault } as never);
  expect(onUncaught.mock.calls).toEqual([
    ["broken", "error"],
    ["refused", "rejection"],
  ]);
  expect(preventDefault).toHaveBeenCalledTimes(2);
});
