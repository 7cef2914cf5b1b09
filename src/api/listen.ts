// Listeners: `button.click({ fn, inputs, outputs })`.

import { DeclarationError } from "../spec/declaration-error.ts";
import type { EventName } from "../spec/event-name.ts";

/** What a component's method for an event does. */
export function listen(_component: object, event: EventName, _args: readonly unknown[]): never {
  throw new DeclarationError(
    "",
    `${event}(…) adds a listener, which belongs into gr.Blocks(() => { … }): gr.Interface makes its own.`,
  );
}
