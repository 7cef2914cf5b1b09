// Listeners that a chat adds for itself. What they may do to shared variables is what the person's functions do that they
// call, so that those which call none wait for nobody.

import type { BlocksContext, DeclaredTrigger, ListenerExtras } from "../blocks-context.ts";
import { currentBlocks } from "../current-blocks.ts";
import type { Dependency } from "../dependency.ts";
import { triggerOf } from "../listen.ts";
import { readListener } from "../listener-options.ts";
import { readTriggers } from "../on.ts";

/** The gr.Blocks that the chat is in. */
export function chatBlocks(): BlocksContext {
  const context = currentBlocks();
  if (!context) throw new Error("A chat is laid out in a gr.Blocks.");
  return context;
}

/** `triggers`: events such as `button.click`. */
export function listenTo(
  triggers: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  extras: ListenerExtras = {},
): Dependency {
  const record = readListener({ showProgress: "hidden", ...options }, "chat");
  return chatBlocks().listen("chat", readTriggers(triggers, record), record, { callsOnly: [], ...extras });
}

/** However it ended. */
export function listenAfter(handle: Dependency, options: Readonly<Record<string, unknown>>): Dependency {
  const trigger: DeclaredTrigger = { kind: "then", after: handle };
  const record = readListener({ showProgress: "hidden", ...options }, "chat");
  return chatBlocks().listen("chat", [trigger], record, { callsOnly: [] });
}

/** Whether a component tells of this: a textbox that somebody else made may have no Stop. */
export function isEvent(value: unknown): boolean {
  return triggerOf(value) !== undefined;
}
