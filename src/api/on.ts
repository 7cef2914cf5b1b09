// gr.on

import { DeclarationError } from "../spec/declaration-error.ts";
import { kindOf } from "../spec/component-kinds.ts";
import { describeValue } from "../spec/describe-value.ts";
import type { DeclaredTrigger } from "./blocks-context.ts";
import { currentBlocks } from "./current-blocks.ts";
import type { Dependency } from "./dependency.ts";
import type { ComponentLike } from "./function-types.ts";
import { triggerOf } from "./listen.ts";
import type { Inputs, Listen, ListenerOptions, Returns } from "./listener.ts";
import { type ListenerRecord, readListener } from "./listener-options.ts";

/**
 * Adds one listener for several events. It belongs into the callback of `gr.Blocks`.
 *
 * @param options As a component's listener takes them, and `triggers`: `[button.click, box.submit]`. Without triggers it
 *   listens to every input's change, and runs when the app is opened.
 * @returns A handle with `.then`, `.success` and `.failure`.
 * @throws DeclarationError outside of gr.Blocks, or for an option that is wrong.
 * @example gr.on({ triggers: [name.submit, greet.click], fn: hello, inputs: name, outputs: greeting })
 */
export function on<
  const I extends Inputs = null,
  const O extends ComponentLike | readonly ComponentLike[] | Readonly<Record<string, ComponentLike>> | null = null,
  Returned extends Returns<O> = Returns<O>,
>(
  options: ListenerOptions<I, O, Returned> & {
    /** Events, as components name them. Default: every input's change, and the opening of the app. */
    triggers?: Listen | readonly Listen[] | null;
  },
): Dependency {
  const context = currentBlocks();
  if (!context) throw new DeclarationError("", "gr.on(…) adds a listener, which belongs into gr.Blocks(() => { … }).");
  const record = readListener(options, "on", ["triggers"]);
  return context.listen("on", readTriggers(Reflect.get(options, "triggers"), record), record);
}

/** Throws for what is no trigger. */
export function readTriggers(value: unknown, record: Pick<ListenerRecord, "inputs">): DeclaredTrigger[] {
  if (value === undefined || value === null) return [{ kind: "load" }, ...changesOf(record)];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each, i) => {
    const trigger = triggerOf(each);
    if (trigger) return trigger;
    const path = Array.isArray(value) ? `triggers[${i}]` : "triggers";
    throw new DeclarationError(path, `must be an event such as button.click, but it is ${describeValue(each)}`);
  });
}

function changesOf({ inputs }: Pick<ListenerRecord, "inputs">): DeclaredTrigger[] {
  return inputs.flatMap((used) =>
    kindOf(used.declaration.kind).events.includes("change") ? [{ ...used, event: "change" as const }] : [],
  );
}
