// What a user holds that lives in the page alone, as data, for the page that takes this one's place: the session, and what
// the components hold. What comes back is checked like anything that was stored.

import type { GraphData } from "../../protocol/operation.ts";
import type { ComponentSpec } from "../../spec/app-spec.ts";
import { type OptionChanges, readChanges, withChanges } from "../../spec/component-update.ts";
import { checkInput, isOutput } from "../../spec/component-value.ts";
import { DeclarationError } from "../../spec/declaration-error.ts";
import { createSession, type Session } from "../../state/session.ts";
import type { FieldValues } from "./field-values.ts";
import type { Loaded } from "./user-worker.ts";

/** Of a user who is there. */
export interface HeldByUser {
  readonly number: number;
  readonly session: Session;
  readonly loaded: Pick<Loaded, "program" | "app"> | null;
  readonly rendered: readonly ComponentSpec[];
  readonly fields: Pick<FieldValues, "value" | "changed">;
  /** Components of State that was written to. */
  readonly written: readonly number[];
}

/** Of a user who comes back. */
export interface CarriedUser {
  readonly number: number;
  readonly session: Session;
  /** Hash of the code that ran. */
  readonly code: string;
  readonly written: readonly number[];
  /**
   * Gives components what those of the same kind and label held, each once; outputs only if the code is the same, since
   * they show what other code made.
   */
  restore(components: readonly ComponentSpec[], fields: Pick<FieldValues, "change" | "set">, sameCode: boolean): void;
}

export interface UserData {
  readonly number: number;
  readonly hash: string;
  readonly session: GraphData;
  readonly code: string;
  readonly written: readonly number[];
  readonly fields: readonly FieldData[];
}

interface FieldData {
  readonly name: string;
  /** null: what the app says. */
  readonly held: { readonly value: unknown; readonly changes: OptionChanges } | null;
}

export function toUserData({ number, session, loaded, rendered, fields, written }: HeldByUser): UserData {
  const components = loaded?.app.components ?? [];
  return {
    number,
    hash: session.hash,
    session: session.data(),
    code: loaded?.program.hash ?? "",
    // What is rendered has other numbers when it comes back.
    written: written.filter((id) => id < components.length),
    fields: [...components, ...rendered].map((component): FieldData => {
      const [value, changed] = [fields.value(component.id), fields.changed([component.id])[0]?.[1]];
      const held = value === component.value && !changed ? null : { value, changes: changed ?? {} };
      return { name: nameOf(component), held };
    }),
  };
}

/** null if it is none. */
export function readUser(data: unknown): CarriedUser | null {
  const { number, hash, session, code, written, fields }: Partial<Record<keyof UserData, unknown>> = Object(data);
  if (!isNumber(number) || typeof hash !== "string" || typeof code !== "string") return null;
  if (!Array.isArray(written) || !Array.isArray(fields)) return null;
  const left = new Map<string, FieldData[]>();
  for (const field of fields) {
    if (!isFieldData(field)) return null;
    const list = left.get(field.name);
    if (list) list.push(field);
    else left.set(field.name, [field]);
  }
  try {
    return {
      number,
      session: createSession({ hash, data: session as GraphData }),
      code,
      written: written.filter(isNumber),
      restore(components, into, sameCode) {
        for (const component of components) {
          const held = left.get(nameOf(component))?.shift()?.held;
          if (held && (sameCode || component.interactive)) restoreField(component, held, into);
        }
      },
    };
  } catch {
    // The session is no graph.
    return null;
  }
}

function restoreField(
  component: ComponentSpec,
  { value, changes }: NonNullable<FieldData["held"]>,
  fields: Pick<FieldValues, "change" | "set">,
): void {
  const read = readOptions(component, changes);
  fields.change(component.id, read);
  if (value !== component.value && fits(withChanges(component, read), value)) fields.set(component.id, value);
}

function readOptions(component: ComponentSpec, changes: OptionChanges): OptionChanges {
  try {
    return readChanges(component, changes, "options");
  } catch (error) {
    if (error instanceof DeclarationError) return {};
    throw error;
  }
}

function fits(component: ComponentSpec, value: unknown): boolean {
  // A number that can be read either way stands in its field as it was typed.
  const isTyped = component.kind === "number" && typeof value === "string";
  return isTyped || isOutput(component, value) || (component.interactive && checkInput(component, value) === null);
}

function nameOf({ kind, interactive, key, label }: ComponentSpec): string {
  return `${kind} ${interactive ? "in" : "out"} ${key ?? ""} ${label}`;
}

function isFieldData(value: unknown): value is FieldData {
  const { name, held }: Partial<Record<keyof FieldData, unknown>> = Object(value);
  if (typeof name !== "string" || held === undefined) return false;
  const { changes }: { readonly changes?: unknown } = Object(held);
  return held === null || (typeof changes === "object" && changes !== null);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
