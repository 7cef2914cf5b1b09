// What crosses to the page of an app: all but what is as it is by default, which is most of it, and what stands for one of a
// kind as the least that says so. Reading it (`parse-app-spec`) makes the whole of that again. An app may have a thousand
// components, and each object takes its time to write, to read, to measure and to check.

import type { AppSpec, ComponentSpec, EventSpec, EventTrigger, LayoutNode } from "./app-spec.ts";
import { commonDefaults } from "./common-options.ts";
import { kindOf } from "./component-kinds.ts";
import { usualCall, usualEvent } from "./event-defaults.ts";
import { ownOptions } from "./read-options.ts";

type Options = Readonly<Record<string, unknown>>;
type Message = Record<string, unknown>;

export function toAppMessage(app: AppSpec): unknown {
  return {
    ...app,
    components: app.components.map(toComponentMessage),
    layout: toLayoutMessage(app.layout),
    events: app.events.map(toEventMessage),
  };
}

/** Its id is its place in the list. */
function toComponentMessage(component: ComponentSpec): unknown {
  const { kind, label, interactive, value, props } = component;
  const definition = kindOf(kind);
  const { defaults } = ownOptions(definition);
  const message: Message = { kind, label, interactive };
  if (value !== definition.value.default) message["value"] = value;
  if (props !== defaults) message["props"] = addDifferent({}, props, defaults);
  return addDifferent(message, component as unknown as Options, commonDefaults as unknown as Options);
}

/** The number alone for what holds nothing. */
function toLayoutMessage(node: LayoutNode): unknown {
  return node.kind === "component" ? node.component : { ...node, children: node.children.map(toLayoutMessage) };
}

function toEventMessage(event: EventSpec): unknown {
  const { name, triggers, inputs, outputs, action, mode } = event;
  const message: Message = { name, triggers: triggers.map(toTriggerMessage), inputs, outputs, mode };
  if (action.kind !== "call") message["action"] = action;
  else if (!isUsual(action)) message["action"] = addDifferent({ kind: "call" }, action, usualCall);
  return addDifferent(message, event as unknown as Options, usualEvent);
}

/** A pair for a component's event, which nearly all are. */
function toTriggerMessage(trigger: EventTrigger): unknown {
  return trigger.kind === "component" ? [trigger.component, trigger.event] : trigger;
}

function isUsual(action: Options): boolean {
  for (const name in usualCall) if (action[name] !== (usualCall as Options)[name]) return false;
  return true;
}

/** By identity, which is enough: what was not given is the default itself. */
function addDifferent(to: Message, options: Options, defaults: Options): Message {
  for (const name in defaults) if (options[name] !== defaults[name]) to[name] = options[name];
  return to;
}
