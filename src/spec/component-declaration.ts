// A component as somebody declared it, not yet checked: it is checked where it is used, so that a mistake can be named by
// its place there (`inputs[2].max`).

import { placeOfCall } from "../base/place-of-call.ts";
import type { AppFunction } from "./app-declaration.ts";
import type { ComponentKind, ComponentSpec } from "./app-spec.ts";
import { type CommonOptions, commonOptionNames, readCommonOptions, renamedCommonOptions } from "./common-options.ts";
import type { KindDefinition } from "./component-kind.ts";
import { findKind, kindOf, shortcutNames } from "./component-kinds.ts";
import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";
import { isKept } from "./kept-kind.ts";
import { isLayout } from "./layout-kind.ts";
import { didYouMean } from "./nearest-name.ts";
import { flag, optionalText } from "./parameter.ts";
import { ownOptions } from "./read-options.ts";

export interface ComponentDeclaration {
  readonly kind: ComponentKind;
  readonly options: Readonly<Record<string, unknown>>;
  /** What it is called if its options do not say; else as its kind or its place. */
  readonly label?: string;
  /** For a State: its initial value, or a function that makes it. For a BrowserState: its default. */
  readonly initial: unknown;
  /** For a value that a function makes. */
  readonly dynamic?: DynamicValue;
  /** For a State: called with a value that expires or whose session ends. */
  readonly deleteCallback?: AppFunction;
  /** Where it was declared: an Error made there, whose stack tells. null: nobody will ask, as nothing is wrong with it. */
  readonly declaredAt: Error | null;
  /** Its options, if they could be read when it was declared. */
  readonly reading?: Reading;
}

/** All of a component's options but those that follow from its place. */
interface Reading {
  /** What was read: a declaration that has other options by now was made of another. */
  readonly of: Readonly<Record<string, unknown>>;
  /** null: as its place says. */
  readonly label: string | null;
  readonly interactive: boolean | null;
  readonly common: CommonOptions;
  readonly value: unknown;
  readonly props: Readonly<Record<string, unknown>>;
}

/** A value that is computed when the app is opened, when one of the inputs changes, and now and then. */
export interface DynamicValue {
  readonly fn: AppFunction;
  readonly inputs: readonly ComponentDeclaration[];
  /** The function takes one record with its inputs under these names. */
  readonly inputNames: readonly string[] | null;
  /** Seconds, or a Timer. */
  readonly every: number | ComponentDeclaration | null;
}

/** Readers of what has a default of its own in each place. */
export const label = optionalText(1000);
export const interactive = flag(null);

/** From the arguments of `gr.Textbox(first, options)`. */
export function declareComponent(kind: ComponentKind, first: unknown, options: unknown): ComponentDeclaration {
  const definition = kindOf(kind);
  if (isKept(kind)) return declare(definition, toOptions(options, definition), first ?? null);
  if (options === undefined && isOptions(first, definition)) return declare(definition, first, null);
  const rest = toOptions(options, definition);
  return declare(definition, first === undefined ? rest : { ...rest, [definition.first]: first }, null);
}

/**
 * What is wrong is told where the component is used, but by where it was declared, which is dear to remember. So what can
 * be read at once is: objects cannot, as they may be shared and change until then.
 */
function declare(
  definition: KindDefinition,
  given: Readonly<Record<string, unknown>>,
  initial: unknown,
): ComponentDeclaration {
  const { kind } = definition;
  const options = byOwnNames(definition, given);
  try {
    if (!Object.values(options).some(isObject)) {
      return { kind, options, initial, declaredAt: null, reading: readOptions(definition, options, "") };
    }
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
  }
  return { kind, options, initial, declaredAt: placeOfCall() };
}

/** From a text ("textbox") or an object (`{ name: "textbox", label }`) in `inputs` or `outputs`. */
export function declareByName(value: unknown, path: string): ComponentDeclaration {
  const { name, ...options } = typeof value === "string" ? { name: value } : isPlainObject(value) ? value : {};
  if (typeof name !== "string") {
    const expected = 'must be a component, such as gr.Textbox(), or a name, such as "textbox"';
    throw new DeclarationError(path, `${expected}, but it is ${describeValue(value)}`);
  }
  const definition = findKind(name.toLowerCase().replaceAll("_", ""));
  if (!definition) {
    const nearest = didYouMean(name, shortcutNames());
    throw new DeclarationError(path, `No such component: ${JSON.stringify(name.slice(0, 100))}.${nearest}`, {
      sentence: true,
    });
  }
  if (!isKept(definition.kind)) return declareComponent(definition.kind, undefined, options);
  const { value: initial, ...rest } = options;
  return declareComponent(definition.kind, initial, rest);
}

/** Checks a declaration and fills in what it leaves out. */
export function toComponent(
  { kind, options, declaredAt, reading }: ComponentDeclaration,
  path: string,
  defaults: { readonly label: string; readonly interactive: boolean },
): Omit<ComponentSpec, "id"> {
  const definition = kindOf(kind);
  try {
    const { label, interactive, common, value, props } =
      reading?.of === options ? reading : readOptions(definition, options, path);
    const canChange = interactive ?? definition.defaults?.interactive ?? defaults.interactive;
    return {
      kind,
      label: label ?? String(kind === "button" ? value : (definition.defaults?.label ?? defaults.label)),
      interactive: canChange,
      ...common,
      visible: isKept(kind) ? false : common.visible,
      value: definition.initial ? definition.initial(value, props, canChange) : value,
      props,
    };
  } catch (error) {
    throw error instanceof DeclarationError ? error.at(declaredAt) : error;
  }
}

/** Throws a DeclarationError. */
function readOptions(definition: KindDefinition, options: Readonly<Record<string, unknown>>, path: string): Reading {
  checkNames(definition, options, path);
  const props = ownOptions(definition).read(options, path);
  const value = definition.value.read(options["value"], `${path}.value`);
  definition.check?.(props, value, path);
  const common = readCommonOptions(options, path);
  const own = label.read(options["label"], `${path}.label`);
  const canChange = interactive.read(options["interactive"], `${path}.interactive`);
  return {
    of: options,
    label: typeof own === "string" ? own : null,
    interactive: typeof canChange === "boolean" ? canChange : null,
    common,
    value,
    props,
  };
}

function isObject(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Parameters that are no options: they are set here. */
const inner: ReadonlySet<string> = new Set(["anything", "deletes"]);

const namesByKind = new WeakMap<KindDefinition, ReadonlySet<string>>();

/** Names of all options of a kind. */
export function optionNames(definition: KindDefinition): ReadonlySet<string> {
  const known = namesByKind.get(definition);
  if (known) return known;
  const own = Object.keys(definition.parameters).filter((name) => !inner.has(name));
  const value = isLayout(definition.kind) ? [] : ["value"];
  const common = isKept(definition.kind) ? ["key"] : ["label", ...value, "interactive", ...commonOptionNames];
  const names = new Set([...common, ...own]);
  namesByKind.set(definition, names);
  return names;
}

/** What is called as Gradio calls it goes by its own name from here on. */
export function byOwnNames(
  { alsoCalled }: KindDefinition,
  options: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!alsoCalled) return options;
  const nameOf = (name: string) => (Object.hasOwn(alsoCalled, name) ? (alsoCalled[name] ?? name) : name);
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [nameOf(name), value]));
}

/** Throws for an option that the kind does not have. */
export function checkNames(definition: KindDefinition, options: Readonly<Record<string, unknown>>, path: string): void {
  const names = optionNames(definition);
  for (const name of Object.keys(options)) {
    if (names.has(name) || (name === "anything" && definition.kind === "textbox")) continue;
    const hint = listenerHint(name, definition) ?? nameHint(name, definition, [...names]);
    throw new DeclarationError(`${path}.${name.slice(0, 100)}`, `is no option of gr.${definition.name}.${hint}`);
  }
}

function nameHint(name: string, definition: KindDefinition, names: readonly string[]): string {
  const ours = definition.renamed[name] ?? renamedCommonOptions[name];
  return ours === undefined ? didYouMean(name, names) : ` It is called ${JSON.stringify(ours)} here.`;
}

/** For who thinks of `onClick`. */
function listenerHint(name: string, definition: KindDefinition): string | null {
  const event = definition.events.find((each) => name.toLowerCase() === `on${each.toLowerCase()}`);
  return event === undefined ? null : ` Add a listener: .${event}({ fn, inputs, outputs }).`;
}

function toOptions(value: unknown, definition: KindDefinition): Readonly<Record<string, unknown>> {
  if (value === undefined) return {};
  if (isPlainObject(value)) return value;
  throw new DeclarationError(
    "",
    `gr.${definition.name} takes its options as an object, but they are ${describeValue(value)}`,
  );
}

/** Options of the declaration rather than the component: where it stands, how its value is computed. The api takes them out. */
const outer: readonly string[] = ["render", "inputs", "every"];

/** Kinds whose value, which may stand first, may be a plain object. */
const objectValued: ReadonlySet<ComponentKind> = new Set<ComponentKind>([
  "barplot",
  "dataframe",
  "highlightedtext",
  "json",
  "label",
  "lineplot",
  "multimodaltextbox",
  "scatterplot",
]);

/**
 * Whether a plain object in first place means options. Where it might be the value as well, it does if it names options and
 * nothing else: `gr.JSON({ label: "Top" })`.
 */
function isOptions(value: unknown, definition: KindDefinition): value is Record<string, unknown> {
  if (!isPlainObject(value)) return false;
  if (!objectValued.has(definition.kind)) return true;
  const keys = Object.keys(value);
  const names = optionNames(definition);
  return keys.length > 0 && keys.every((key) => names.has(key) || outer.includes(key));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
