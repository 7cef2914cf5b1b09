// Reads which components something uses, as it names them.

import type { ComponentDeclaration } from "../spec/component-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { componentDeclaration } from "./declared-components.ts";

/** A component as a listener names it, and where. */
export interface Used {
  readonly component: object;
  readonly declaration: ComponentDeclaration;
  readonly path: string;
}

/** One component, a list of them, or a record that names them. */
export function readUsed(
  value: unknown,
  path: string,
): { readonly used: readonly Used[]; readonly names: readonly string[] | null } {
  if (value === undefined || value === null) return { used: [], names: null };
  const single = toUsed(value, path);
  if (single) return { used: [single], names: null };
  if (value instanceof Set || Array.isArray(value)) {
    return {
      used: Array.from(
        value,
        (each: unknown, i) => toUsed(each, `${path}[${i}]`) ?? noComponent(each, `${path}[${i}]`),
      ),
      names: null,
    };
  }
  const isRecord = typeof value === "object" && [Object.prototype, null].includes(Object.getPrototypeOf(value));
  if (!isRecord) return noComponent(value, path);
  const used = Object.entries(value).map(
    ([name, each]) => toUsed(each, `${path}.${name}`) ?? noComponent(each, `${path}.${name}`),
  );
  return { used, names: Object.keys(value) };
}

export function readEvery(value: unknown, path: string): number | Used | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" && value >= 0.01 && value <= 2_000_000) return value;
  const used = toUsed(value, path);
  if (used?.declaration.kind === "timer") return used;
  throw new DeclarationError(path, `must be a number of seconds or a gr.Timer, but it is ${describeValue(value)}`);
}

function toUsed(value: unknown, path: string): Used | null {
  const declaration = componentDeclaration(value);
  return declaration && typeof value === "object" && value !== null ? { component: value, declaration, path } : null;
}

function noComponent(value: unknown, path: string): never {
  throw new DeclarationError(path, `must be a component that was made before, but it is ${describeValue(value)}`);
}
