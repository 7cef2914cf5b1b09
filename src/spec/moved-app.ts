// Events and places of an app that is taken into another: the same, with the numbers that components and events have there.

import type { EventSpec, LayoutNode } from "./app-spec.ts";

/** An event with other numbers for its components and for other events. */
export function movedEvent(
  event: EventSpec,
  to: (id: number) => number,
  toEvent: (index: number) => number,
): EventSpec {
  const { action, whileRunning } = event;
  return {
    ...event,
    triggers: event.triggers.map((trigger) => {
      if ("after" in trigger) return { ...trigger, after: toEvent(trigger.after) };
      return trigger.kind === "component" ? { ...trigger, component: to(trigger.component) } : trigger;
    }),
    inputs: event.inputs.map(to),
    outputs: event.outputs.map(to),
    cancels: event.cancels.map(toEvent),
    whileRunning: { hide: whileRunning.hide.map(to), show: whileRunning.show.map(to) },
    action: movedAction(action, to, toEvent),
  };
}

function movedAction(
  action: EventSpec["action"],
  to: (id: number) => number,
  toEvent: (index: number) => number,
): EventSpec["action"] {
  switch (action.kind) {
    case "call":
      return action.renders === null ? action : { ...action, renders: to(action.renders) };
    case "fill":
      return {
        ...action,
        dataset: to(action.dataset),
        remembers: action.remembers === null ? null : toEvent(action.remembers),
      };
    case "flag":
      return { ...action, of: toEvent(action.of) };
    default:
      return action;
  }
}

export function movedNode(node: LayoutNode, to: (id: number) => number): LayoutNode {
  const component = to(node.component);
  if (node.kind === "component") return { ...node, component };
  return { ...node, component, children: node.children.map((child) => movedNode(child, to)) };
}
