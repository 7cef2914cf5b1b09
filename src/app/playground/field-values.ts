// What a user's components are and hold, a signal for each, so that one keystroke or one yield redraws one widget: the value,
// the error, and the component itself, which a function may have changed over what the app says.

import { type Accessor, batch, createSignal, type Setter, type Signal, untrack } from "solid-js";
import type { AppSpec, ComponentSpec } from "../../spec/app-spec.ts";
import type { AwaitedCall } from "../model.ts";
import { type OptionChanges, withChanges } from "../../spec/component-update.ts";

/** Of one component, whichever app it is of: what reads it follows this alone. */
interface Field {
  readonly value: Accessor<unknown>;
  readonly setValue: Setter<unknown>;
  readonly error: Accessor<string | null>;
  readonly setError: Setter<string | null>;
  readonly component: Accessor<ComponentSpec>;
  readonly setComponent: Setter<ComponentSpec>;
  /** What differs from what the app says. */
  changes: OptionChanges | null;
  /** The call that it waits for. */
  awaited: AwaitedCall | null;
  /** Made when somebody looks. */
  awaiting: Signal<AwaitedCall | null> | null;
}

export interface FieldValues {
  value(component: number): unknown;
  set(component: number, value: unknown): void;
  error(component: number): string | null;
  setError(component: number, error: string | null): void;
  /** The call that it waits for; null: none. */
  awaited(component: number): AwaitedCall | null;
  setAwaited(component: number, call: AwaitedCall | null): void;
  /** As it is for this user. */
  component(component: number): ComponentSpec | undefined;
  /** Changes options of a component; `value` among them is its new value. */
  change(component: number, options: OptionChanges): void;
  /** Of some components: those with options that were changed, and these. */
  changed(components: readonly number[]): (readonly [component: number, options: OptionChanges])[];
  /**
   * Takes over another app: components of unchanged label and kind keep what was typed. Outputs keep what they show, and
   * what functions changed, only if the code is the same, since it is what other code made.
   */
  adopt(app: AppSpec, options: { readonly sameCode: boolean }): void;
  /**
   * Other components in the place of some that were rendered: those of the same key keep what they hold. Until they are
   * forgotten, the ones before stand for them, or for nothing that is seen.
   */
  replace(gone: readonly ComponentSpec[], made: readonly ComponentSpec[]): void;
  forget(components: readonly number[]): void;
  /** Back to what the app says they show at first. */
  reset(components: readonly ComponentSpec[]): void;
  /** All of it as the app says. */
  renew(): void;
}

export function createFieldValues(): FieldValues {
  const fields = new Map<number, Field>();
  let app: AppSpec | null = null;
  // What reads a component that is not there follows whether others come.
  const [revision, setRevision] = createSignal(0);

  /** Of components that were replaced: the ones of the same key that are there now. */
  const heirs = new Map<number, number>();

  const known = (component: number) => fields.get(heirs.get(component) ?? component);
  const field = (component: number) => {
    const found = known(component);
    if (!found) revision();
    return found;
  };

  function reset(components: readonly ComponentSpec[]): void {
    batch(() => {
      for (const component of components) {
        const found = fields.get(component.id);
        if (found) show(found, component.value);
      }
    });
  }

  return {
    value: (component) => field(component)?.value(),
    error: (component) => field(component)?.error() ?? null,
    component: (component) => field(component)?.component(),
    awaited(component) {
      const found = field(component);
      if (!found) return null;
      found.awaiting ??= createSignal(found.awaited, always);
      return found.awaiting[0]();
    },
    setAwaited(component, call) {
      const found = known(component);
      if (!found || found.awaited === call) return;
      found.awaited = call;
      found.awaiting?.[1](call);
    },
    set(component, value) {
      const found = known(component);
      if (!found) return;
      batch(() => show(found, value));
    },
    setError(component, error) {
      const found = known(component);
      if (found) setError(found, error);
    },
    change(component, { value, ...options }) {
      const found = known(component);
      if (!found) return;
      batch(() => {
        if (Object.keys(options).length > 0) {
          found.changes = { ...found.changes, ...options };
          found.setComponent(withChanges(untrack(found.component), options));
        }
        if (value !== undefined) show(found, value);
      });
    },
    changed: (components) =>
      [...new Set(components)].flatMap((component) => {
        const changes = known(component)?.changes;
        return changes ? [[component, changes] as const] : [];
      }),
    adopt(next, { sameCode }) {
      const kept = new Map<string, Pick<Field, "changes"> & { readonly value: unknown }>();
      for (const component of app?.components ?? []) {
        if (!component.interactive && !sameCode) continue;
        const held = fields.get(component.id);
        if (!held) continue;
        const value = untrack(held.value);
        const changes = sameCode ? held.changes : null;
        // What nobody has touched is what the code says, and that may be something else now.
        if (changes || value !== component.value) kept.set(identity(component), { value, changes });
      }
      batch(() => {
        const before = new Map(fields);
        fields.clear();
        heirs.clear();
        for (const component of next.components) {
          const key = kept.size === 0 ? "" : identity(component);
          const held = kept.get(key);
          // Two components of one name: the first keeps, the second starts.
          kept.delete(key);
          const known = before.get(component.id);
          const found = known ?? createField(component);
          before.delete(component.id);
          fields.set(component.id, found);
          if (!known && !held) continue;
          found.changes = held?.changes ?? null;
          found.setComponent(found.changes ? withChanges(component, found.changes) : component);
          show(found, held ? held.value : component.value);
        }
        for (const gone of before.values()) tellAnew(gone);
        app = next;
        setRevision((count) => count + 1);
      });
    },
    replace(gone, made) {
      const kept = new Map<string, number>();
      for (const { id, key, kind } of gone) if (key !== null && fields.has(id)) kept.set(`${kind} ${key}`, id);
      const inherited: Field[] = [];
      for (const component of made) {
        const field = createField(component);
        const before = component.key === null ? undefined : kept.get(`${component.kind} ${component.key}`);
        const held = before === undefined ? undefined : fields.get(before);
        fields.set(component.id, field);
        if (before === undefined || !held) continue;
        put(field.setValue, untrack(held.value));
        for (const [each, heir] of heirs) if (heir === before) heirs.set(each, component.id);
        heirs.set(before, component.id);
        inherited.push(held);
      }
      batch(() => {
        for (const held of inherited) tellAnew(held);
        setRevision((count) => count + 1);
      });
    },
    forget(components) {
      for (const component of components) {
        fields.delete(component);
        heirs.delete(component);
      }
    },
    reset,
    renew() {
      batch(() => {
        for (const component of app?.components ?? []) {
          const found = fields.get(component.id);
          if (!found) continue;
          found.changes = null;
          found.setComponent(component);
        }
        reset(app?.components ?? []);
      });
    },
  };
}

function createField(spec: ComponentSpec): Field {
  const [value, setValue] = createSignal<unknown>(spec.value, always);
  const [error, setError] = createSignal<string | null>(null, always);
  const [component, setComponent] = createSignal(spec, always);
  return { value, setValue, error, setError, component, setComponent, changes: null, awaited: null, awaiting: null };
}

const always = { equals: false } as const;

/** A value may be a function to Solid. */
function put(set: Setter<unknown>, value: unknown): void {
  set(() => value);
}

function setError(field: Field, error: string | null): void {
  if (untrack(field.error) !== error) field.setError(error);
}

function show(field: Field, value: unknown): void {
  put(field.setValue, value);
  setError(field, null);
}

/** To what reads a component that has another field from now on, or none. */
function tellAnew(field: Field): void {
  put(field.setValue, untrack(field.value));
  field.setError(untrack(field.error));
  field.setComponent(untrack(field.component));
  field.awaiting?.[1](field.awaited);
}

function identity(component: ComponentSpec): string {
  return `${component.kind} ${component.interactive ? "in" : "out"} ${component.label}`;
}
