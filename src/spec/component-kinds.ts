// The kinds of components. Those of every day are there from the start; the others are added where an app uses one
// (`other-kinds.ts`), so that a first visit does not load what reads and checks all of them.

import type { ComponentKind } from "./app-spec.ts";
import type { KindDefinition } from "./component-kind.ts";
import { browserState } from "./components/browser-state.ts";
import { button } from "./components/button.ts";
import { checkbox } from "./components/checkbox.ts";
import { json } from "./components/json.ts";
import { accordion, column, group, row, sidebar, tab, tabs } from "./components/layout.ts";
import { number } from "./components/number.ts";
import { state } from "./components/state.ts";
import { textbox } from "./components/textbox.ts";
import { MissingKindError } from "./missing-kind.ts";

const everyday = {
  accordion,
  browserstate: browserState,
  button,
  checkbox,
  column,
  group,
  json,
  number,
  row,
  sidebar,
  state,
  tab,
  tabs,
  textbox,
} satisfies Partial<Record<ComponentKind, KindDefinition>>;

export type OtherKind = Exclude<ComponentKind, keyof typeof everyday>;

const definitions = new Map<string, KindDefinition>();
/** Every text that stands for a kind, and the kind. */
const byShortcut = new Map<string, KindDefinition>();
let isComplete = false;

/** Makes all kinds known. Calling it again does nothing. */
export function addOtherKinds(others: Readonly<Record<OtherKind, KindDefinition>>): void {
  if (!isComplete) add(others);
  isComplete = true;
}

/** Throws a MissingKindError where it may be among those that are not there yet. */
export function kindOf(kind: ComponentKind): KindDefinition {
  const definition = definitions.get(kind);
  if (!definition) throw new MissingKindError();
  return definition;
}

/** By a text such as "textbox", lower-case and without underscores. Throws a MissingKindError as `kindOf` does. */
export function findKind(shortcut: string): KindDefinition | undefined {
  const definition = byShortcut.get(shortcut);
  if (!definition && !isComplete) throw new MissingKindError();
  return definition;
}

export function shortcutNames(): string[] {
  return [...byShortcut.keys()];
}

export function isComponentKind(value: unknown): value is ComponentKind {
  return typeof value === "string" && definitions.has(value);
}

function add(kinds: Readonly<Record<string, KindDefinition>>): void {
  for (const definition of Object.values(kinds)) {
    definitions.set(definition.kind, definition);
    for (const name of definition.shortcuts) byShortcut.set(name, definition);
  }
}

add(everyday);
