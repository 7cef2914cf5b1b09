// What crosses to the page of an app: all but what is as it is by default, which is most of it. Reading it (`parse-app-spec`)
// fills that in again.

import type { AppSpec, ComponentSpec, EventSpec } from "./app-spec.ts";
import { commonDefaults } from "./common-options.ts";
import { kindOf } from "./component-kinds.ts";
import { usualCall, usualEvent } from "./event-defaults.ts";
import { ownOptions } from "./read-options.ts";

type Options = Readonly<Record<string, unknown>>;

export function toAppMessage(app: AppSpec): unknown {
  return { ...app, components: app.components.map(toComponentMessage), events: app.events.map(toEventMessage) };
}

function toComponentMessage(component: ComponentSpec): unknown {
  const { id, kind, label, interactive, value } = component;
  const props = addDifferent({}, component.props, ownOptions(kindOf(kind)).defaults);
  return addDifferent({ id, kind, label, interactive, value, props }, component as unknown as Options, commonDefaults);
}

function toEventMessage(event: EventSpec): unknown {
  const { name, triggers, inputs, outputs, mode } = event;
  const action =
    event.action.kind === "call" ? addDifferent({ kind: "call" }, { ...event.action }, usualCall) : event.action;
  return addDifferent({ name, triggers, inputs, outputs, mode, action }, { ...event }, usualEvent);
}

/** By identity, which is enough: what was not given is the default itself. */
function addDifferent(to: Record<string, unknown>, options: Options, defaults: object): Options {
  const usual = defaults as Options;
  for (const name in usual) if (options[name] !== usual[name]) to[name] = options[name];
  return to;
}
