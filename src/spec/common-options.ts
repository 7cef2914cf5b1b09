// The options that components of every kind have, besides label, value and interactive.

import { describeValue } from "./describe-value.ts";
import { DeclarationError } from "./declaration-error.ts";
import { flag, optionalText, parameter, type Parameter } from "./parameter.ts";
import { createOptionReader } from "./read-options.ts";

export interface CommonOptions {
  /** Whether it is shown; "hidden": it is there, and takes no room. */
  readonly visible: boolean | "hidden";
  readonly showLabel: boolean;
  /** Whether it has a frame of its own. */
  readonly container: boolean;
  /** How much of the room in a row it takes, against the others; null: as its kind does, 0: no more than it needs. */
  readonly scale: number | null;
  /** Pixels, below which a row puts it on the next line; null: as its kind does. */
  readonly minWidth: number | null;
  readonly elemId: string | null;
  readonly elemClasses: readonly string[];
  /** In what is rendered anew: whose value and place it takes over. */
  readonly key: string | null;
}

const share = (most: number, what: string) =>
  parameter(null, `${what} from 0 to ${most}`, (value) => {
    return value === null || (typeof value === "number" && value >= 0 && value <= most);
  });

const parameters: Readonly<Record<keyof CommonOptions, Parameter>> = {
  visible: parameter(true, 'true, false or "hidden"', (value) => typeof value === "boolean" || value === "hidden"),
  showLabel: flag(true),
  container: flag(true),
  scale: share(1000, "a number"),
  minWidth: share(10_000, "a number of pixels"),
  elemId: optionalText(200),
  elemClasses: { default: [], read: readClasses },
  key: { default: null, read: readKey },
};

export const commonOptionNames: readonly string[] = Object.keys(parameters);

/** Options as Gradio spells them, and as they are spelled here. */
export const renamedCommonOptions: Readonly<Record<string, string>> = {
  show_label: "showLabel",
  min_width: "minWidth",
  elem_id: "elemId",
  elem_classes: "elemClasses",
};

const reader = createOptionReader(parameters);

export const commonDefaults = reader.defaults as unknown as CommonOptions;

/** Every one, read or as the default is. Reading what it returned gives the same again. */
export function readCommonOptions(options: Readonly<Record<string, unknown>>, path: string): CommonOptions {
  return reader.read(options, path) as unknown as CommonOptions;
}

function readClasses(value: unknown, path: string): readonly string[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] =
    typeof value === "string" ? value.split(/\s+/).filter(Boolean) : Array.isArray(value) ? value : [null];
  const classes = list.flatMap((item) => (typeof item === "string" && /^[^\s]{1,100}$/.test(item) ? [item] : []));
  if (classes.length === list.length && classes.length <= 100) return classes;
  throw new DeclarationError(path, `must be a text or a list of texts, but it is ${describeValue(value)}`);
}

/** Numbers and short lists name things as well as texts do. */
function readKey(value: unknown, path: string): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const fits = typeof value === "string" || typeof value === "number" || Array.isArray(value);
  if (fits && typeof text === "string" && text.length <= 1000) return text;
  throw new DeclarationError(path, `must be a text, a number or a list of them, but it is ${describeValue(value)}`);
}
