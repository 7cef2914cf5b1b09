// Changing a component of an app that runs: `gr.update({ … })`, or a component returned for an output. What was changed is
// kept over the spec, for one user.

import type { ComponentSpec } from "./app-spec.ts";
import { readCommonOptions, commonOptionNames } from "./common-options.ts";
import { byOwnNames, checkNames, interactive, label } from "./component-declaration.ts";
import { kindOf } from "./component-kinds.ts";

/** Options by name, checked and normalised; not the value. */
export type OptionChanges = Readonly<Record<string, unknown>>;

/** Reads those options that are there. Throws a DeclarationError for what the component cannot become. */
export function readChanges(component: ComponentSpec, given: OptionChanges, path: string): OptionChanges {
  const definition = kindOf(component.kind);
  const options = byOwnNames(definition, given);
  checkNames(definition, options, path);
  const common: Readonly<Record<string, unknown>> = { ...readCommonOptions(options, path) };
  const changes = Object.keys(options).flatMap((name): [string, unknown][] => {
    if (options[name] === undefined || name === "value") return [];
    if (name === "label") return [[name, String(label.read(options[name], `${path}.label`) ?? "")]];
    if (name === "interactive") return [[name, interactive.read(options[name], `${path}.interactive`) === true]];
    if (commonOptionNames.includes(name)) return [[name, common[name]]];
    return [[name, definition.parameters[name]?.read(options[name], `${path}.${name}`)]];
  });
  const read = Object.fromEntries(changes);
  definition.check?.(withChanges(component, read).props, undefined, path);
  return read;
}

export function withChanges(component: ComponentSpec, changes: OptionChanges): ComponentSpec {
  const own = Object.entries(changes).filter(([name]) => isOwn(name));
  const props = own.length === 0 ? component.props : { ...component.props, ...Object.fromEntries(own) };
  return { ...component, ...Object.fromEntries(Object.entries(changes).filter(([name]) => !isOwn(name))), props };
}

function isOwn(name: string): boolean {
  return name !== "label" && name !== "interactive" && !commonOptionNames.includes(name);
}
