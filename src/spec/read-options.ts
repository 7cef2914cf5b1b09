// Reads all of a kind's options at once. Most components leave most of them out, and a page may have a thousand components:
// those start as a copy of the defaults, and only what was given is read.

import type { KindDefinition } from "./component-kind.ts";
import type { Parameter } from "./parameter.ts";

type Options = Readonly<Record<string, unknown>>;

export interface OptionReader {
  /** What each option is that is not given. */
  readonly defaults: Options;
  /** Every option, read or as the default is. Throws a DeclarationError that names the place under `path`. */
  read(given: Options, path: string): Options;
}

export function createOptionReader(parameters: Readonly<Record<string, Parameter>>): OptionReader {
  const entries = Object.entries(parameters);
  const defaults = Object.fromEntries(entries.map(([name, parameter]) => [name, parameter.read(undefined, name)]));
  return {
    defaults,
    read(given, path) {
      const read: Record<string, unknown> = { ...defaults };
      for (const [name, parameter] of entries) {
        const value = Object.hasOwn(given, name) ? given[name] : undefined;
        if (value !== undefined) read[name] = parameter.read(value, `${path}.${name}`);
      }
      return read;
    },
  };
}

const readers = new WeakMap<KindDefinition, OptionReader>();

/** Of the options that only this kind has. */
export function ownOptions(definition: KindDefinition): OptionReader {
  const known = readers.get(definition);
  if (known) return known;
  const made = createOptionReader(definition.parameters);
  readers.set(definition, made);
  return made;
}
