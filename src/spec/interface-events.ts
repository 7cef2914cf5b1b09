// What the fields and buttons of a gr.Interface do: the listeners that a person would write in gr.Blocks.

import type { AppBuilder } from "./app-builder.ts";
import type { EventTrigger } from "./app-spec.ts";
import type { AppFunction } from "./app-declaration.ts";
import { isKept } from "./kept-kind.ts";
import { kindOf } from "./component-kinds.ts";
import type { EventName } from "./event-name.ts";
import type { InterfaceDeclaration } from "./interface-declaration.ts";
import type { InterfaceParts } from "./interface-layout.ts";

/** How long what is typed must rest before a live app runs: longer than between two keys. */
const restMs = 250;

export function wireInterface(builder: AppBuilder, declaration: InterfaceDeclaration, parts: InterfaceParts): void {
  const { fn, validator, concurrencyLimit, showProgress, examples, live } = declaration;
  const { inputs, outputs, submit, stop, clear } = parts;
  const name = fn.name || "fn";
  const submitted = builder.on({
    name,
    fn,
    call: { validator },
    triggers: live && inputs.length > 0 ? liveTriggers(declaration, parts) : submitTriggers(declaration, parts),
    inputs,
    outputs,
    action: { concurrencyLimit, validates: validator !== null },
    mode: live ? "always_last" : "once",
    restMs: live ? restMs : 0,
    showProgress,
    apiName: declaration.apiName,
    // For any function, not for generators alone as in Gradio: here every call can be stopped.
    whileRunning: { hide: list(submit), show: list(stop) },
  });
  const none = { fn: null, inputs: [], outputs: [] };
  if (clear !== null) {
    const all = [...new Set([...inputs, ...outputs])];
    builder.on({ ...none, name: "Clear", triggers: clicks(clear), outputs: all, action: { kind: "clear" } });
  }
  if (stop !== null) builder.on({ ...none, name: "Stop", triggers: clicks(stop), cancels: [submitted] });
  if (parts.examples !== null && examples) {
    builder.on({
      ...none,
      name: "Examples",
      triggers: clicks(parts.examples.dataset),
      outputs: parts.examples.fills,
      action: {
        kind: "fill",
        dataset: parts.examples.dataset,
        remembers: examples.cached ? submitted : null,
        preload: examples.preload,
      },
    });
  }
  wireFlagging(builder, declaration, parts, submitted);
}

/** A press on Submit, and Enter in a field. */
function submitTriggers(declaration: InterfaceDeclaration, { inputs, submit }: InterfaceParts): EventTrigger[] {
  const fields = inputsWith("submit", declaration, inputs);
  return [...(submit === null ? [] : clicks(submit)), ...fields.map((component) => on(component, "submit"))];
}

/**
 * A change of any input. State is none of them: a function that changes its State would call itself for ever. Nor is a change
 * by the function itself, where an input is an output as well.
 */
function liveTriggers(declaration: InterfaceDeclaration, { inputs, outputs }: InterfaceParts): EventTrigger[] {
  return inputsWith("change", declaration, inputs).map((component) =>
    on(component, outputs.includes(component) ? "input" : "change"),
  );
}

function inputsWith(event: EventName, declaration: InterfaceDeclaration, inputs: readonly number[]): number[] {
  const found = inputs.filter((_, index) => {
    const kind = declaration.inputs[index]?.kind;
    return kind !== undefined && !isKept(kind) && kindOf(kind).events.includes(event);
  });
  return [...new Set(found)];
}

/** What is flagged: by a press on a button of it, or by itself whenever the function has returned. */
function wireFlagging(
  builder: AppBuilder,
  { flagging: { mode, options, callback } }: InterfaceDeclaration,
  { main, additional, shown, flags }: InterfaceParts,
  submitted: number,
): void {
  const flagged = [...main, ...additional, ...shown];
  const add = (trigger: EventTrigger, option: string) =>
    builder.on({
      name: "flag",
      fn: callback && flagBy(callback, option),
      call: { callsOnly: callback && [callback] },
      triggers: [trigger],
      inputs: flagged,
      outputs: [],
      action: callback ? {} : { kind: "flag", option, of: submitted },
      showProgress: "hidden",
    });
  if (mode === "auto") add({ kind: "success", after: submitted }, "");
  for (const [index, component] of flags.entries()) add(on(component, "click"), options[index]?.[1] ?? "");
}

/** As in Gradio, it is told all values as one list, and what the person said. */
function flagBy(callback: AppFunction, option: string): AppFunction {
  return (...values: readonly unknown[]) => Reflect.apply(callback, undefined, [values, option]);
}

function on(component: number, event: EventName): EventTrigger {
  return { kind: "component", component, event };
}

function list(component: number | null): number[] {
  return component === null ? [] : [component];
}

function clicks(component: number): EventTrigger[] {
  return [on(component, "click")];
}
