import { expect, test } from "vitest";
import { AppBuilder, type EventDeclaration } from "./app-builder.ts";

function limitsOf(actions: readonly EventDeclaration["action"][]) {
  const builder = new AppBuilder();
  for (const action of actions) {
    builder.on({ name: "f", fn: () => 1, triggers: [], inputs: [], outputs: [], ...(action && { action }) });
  }
  return builder.events().events.map(({ action }) => action.kind === "call" && action.concurrencyLimit);
}

test("events that share a limit have the lowest of theirs, and others keep their own", () => {
  const limits = limitsOf([
    { concurrencyId: "gpu", concurrencyLimit: 3 },
    { concurrencyLimit: 5 },
    { concurrencyId: "gpu", concurrencyLimit: 2 },
    { concurrencyId: "gpu", concurrencyLimit: null },
    { concurrencyId: "disk", concurrencyLimit: null },
    { concurrencyId: "net", concurrencyLimit: 4 },
    { concurrencyId: "net" },
    {},
    { kind: "clear" },
  ]);
  expect(limits).toEqual([2, 5, 2, 2, null, 1, 1, "default", false]);
});
