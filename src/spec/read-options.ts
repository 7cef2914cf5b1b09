// Reads all of a kind's options at once. Most components leave most of them out, and a page may have a thousand components:
// those share the defaults, and only what was given is read.

import type { KindDefinition } from "./component-kind.ts";
import type { Parameter } from "./parameter.ts";

type Options = Readonly<Record<string, unknown>>;

export interface OptionReader {
  /** What each option is that is not given. */
  readonly defaults: Options;
  /**
   * Every option, read or as the default is; the defaults themselves, where nothing else is given. Throws a
   * DeclarationError that names the place under `path`, which may be empty.
   */
  read(given: Options, path: string): Options;
}

export function createOptionReader(parameters: Readonly<Record<string, Parameter>>): OptionReader {
  const entries = Object.entries(parameters);
  const defaults = Object.freeze(
    Object.fromEntries(entries.map(([name, parameter]) => [name, parameter.read(undefined, name)])),
  );
  const byName = new Map(entries);
  return {
    defaults,
    read(given, path) {
      let read: Record<string, unknown> | null = null;
      for (const name of Object.keys(given)) {
        const value = given[name];
        const parameter = value === undefined ? undefined : byName.get(name);
        if (!parameter) continue;
        read ??= { ...defaults };
        read[name] = parameter.read(value, path === "" ? name : `${path}.${name}`);
      }
      return read ?? defaults;
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
